using AngleSharp.Dom;
using LianMeng.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace LianMeng.Tests.Shared.Ui;

public class FormRowTests
{
    [Fact]
    public async Task An_error_is_tied_to_its_field()
    {
        var row = await Row("Products[0].Name", errors: ["写上产品名称。"], help: "一行一个。");
        var input = row.QuerySelector("input")!;
        Assert.Equal("Products[0].Name", input.GetAttribute("name"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.True(input.HasAttribute("required"));
        Assert.Equal(input.Id, row.QuerySelector("label")!.GetAttribute("for"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => row.QuerySelector("#" + id)!.TextContent.Trim());
        Assert.Equal(["写上产品名称。", "一行一个。"], described);
    }

    [Fact]
    public async Task A_field_in_order_is_not_marked()
    {
        var input = (await Row("name", errors: [], help: null)).QuerySelector("input")!;
        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    private static Task<IElement> Row(string name, string[] errors, string? help) =>
        Rendered.Body<FormRow>("/", new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["Label"] = "产品",
            ["Required"] = true,
            ["Errors"] = errors,
            ["Help"] = help,
            ["ChildContent"] = (RenderFragment<IReadOnlyDictionary<string, object>>)(field => builder =>
            {
                builder.OpenElement(0, "input");
                builder.AddMultipleAttributes(1, field);
                builder.CloseElement();
            }),
        });
}
