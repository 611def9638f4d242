using AngleSharp.Dom;
using LianMeng.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace LianMeng.Tests.Shared.Ui;

public class DataTableTests
{
    [Fact]
    public async Task Rows_and_columns_come_in_order_with_titles_for_the_phone()
    {
        var table = await Table("/firms", total: 2);
        Assert.Equal(["企业名称", "规模"], table.QuerySelectorAll("th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["甲厂", "大型", "乙厂", "小型"], table.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("规模", table.QuerySelectorAll("td")[1].GetAttribute("data-label"));
        Assert.Contains("共 2 条", Words(table.QuerySelector(".lm-count")));
        Assert.Null(table.QuerySelector(".lm-paging"));
    }

    [Fact]
    public async Task Links_keep_the_filters_and_start_again_from_the_first_page()
    {
        var table = await Table("/firms?query=%E9%93%9D&page=2&pageSize=2", total: 9, page: 2, sort: "name");
        Assert.Equal("/firms?query=%E9%93%9D&pageSize=2&sort=-name", table.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("ascending", table.QuerySelector("th")!.GetAttribute("aria-sort"));
        Assert.Equal("/firms?query=%E9%93%9D&pageSize=2&page=3", table.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/firms?query=%E9%93%9D&pageSize=2", table.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("2", table.QuerySelector(".lm-paging [aria-current=page]")!.TextContent);
        Assert.Contains("第 3–4 条", Words(table.QuerySelector(".lm-count")));
    }

    [Fact]
    public async Task The_filter_form_carries_sort_and_page_size_but_not_the_page()
    {
        var table = await Table("/firms?page=2&pageSize=50&sort=name&tab=mine", total: 9, keep: ["tab"]);
        var hidden = table.QuerySelectorAll("form input[type=hidden]").Select(input => input.GetAttribute("name"));
        Assert.Equal(["pageSize", "sort", "tab"], hidden);
        Assert.Equal("/firms", table.QuerySelector("form")!.GetAttribute("action"));
        Assert.DoesNotContain("清除条件", table.TextContent);
    }

    [Fact]
    public async Task An_empty_answer_to_a_filter_offers_to_clear_it()
    {
        var table = await Table("/firms?query=x&sort=name", total: 0);
        Assert.Contains("没有符合条件的记录", table.TextContent);
        Assert.Equal("/firms?sort=name", table.QuerySelector(".empty-action a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_empty_register_says_what_to_do_next()
    {
        var table = await Table("/firms", total: 0);
        Assert.Contains("先导入名册", table.TextContent);
        Assert.DoesNotContain("没有符合条件", table.TextContent);
    }

    [Theory]
    [InlineData(1, "1 2 3 … 10")]
    [InlineData(5, "1 … 3 4 5 6 7 … 10")]
    [InlineData(10, "1 … 8 9 10")]
    public async Task Paging_shows_the_ends_and_the_neighbours(int page, string expected)
    {
        var table = await Table("/firms", total: 20, page: page);
        Assert.Equal(expected, string.Join(' ', table.QuerySelectorAll(".lm-page-number").Select(item => item.TextContent.Trim())));
    }

    [Fact]
    public async Task What_people_typed_is_never_markup()
    {
        var table = await Table("/firms", total: 1, rows: [new("<script>alert(1)</script>", "\"><img src=x>")]);
        Assert.Null(table.QuerySelector("td script, td img"));
        Assert.Contains("<script>alert(1)</script>", table.TextContent);
    }

    private static string Words(IElement? element) => string.Join(' ', element!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static Task<IElement> Table(string uri, int total, int page = 1, string? sort = null, string[]? keep = null, Firm[]? rows = null) =>
        Rendered.Body<DataTable<Firm>>(uri, new Dictionary<string, object?>
        {
            ["Caption"] = "企业名录",
            ["Items"] = rows ?? (total == 0 ? Array.Empty<Firm>() : [new("甲厂", "大型"), new("乙厂", "小型")]),
            ["Total"] = total,
            ["Page"] = page,
            ["PageSize"] = 2,
            ["Sort"] = sort,
            ["Keep"] = keep ?? [],
            ["Filters"] = (RenderFragment)(builder => builder.AddMarkupContent(0, "<input name=\"query\">")),
            ["Empty"] = (RenderFragment)(builder => builder.AddContent(0, "先导入名册")),
            ["ChildContent"] = (RenderFragment)(builder =>
            {
                builder.OpenComponent<Column<Firm>>(0);
                builder.AddComponentParameter(1, "Title", "企业名称");
                builder.AddComponentParameter(2, "SortKey", "name");
                builder.AddComponentParameter(3, "ChildContent", (RenderFragment<Firm>)(firm => cell => cell.AddContent(0, firm.Name)));
                builder.CloseComponent();
                builder.OpenComponent<Column<Firm>>(4);
                builder.AddComponentParameter(5, "Title", "规模");
                builder.AddComponentParameter(6, "ChildContent", (RenderFragment<Firm>)(firm => cell => cell.AddContent(0, firm.Size)));
                builder.CloseComponent();
            }),
        });

    private sealed record Firm(string Name, string Size);
}
