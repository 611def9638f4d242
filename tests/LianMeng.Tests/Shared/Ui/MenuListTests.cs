using LianMeng.Shared.Ui;

namespace LianMeng.Tests.Shared.Ui;

public class MenuListTests
{
    private static readonly IReadOnlyList<MenuEntry> Entries =
    [
        new("我的工作", "/", "home", ""),
        new("找对接", "/match", "arrows-exchange", "供需"),
        new("查找用词", "/match/words", "wand", "供需") { Also = ["/match/synonyms", "/match/coverage"] },
    ];

    [Theory]
    [InlineData("/match", "找对接")]
    [InlineData("/match?text=a", "找对接")]
    [InlineData("/match/mine", "找对接")]
    [InlineData("/match/words?page=2", "查找用词")]
    [InlineData("/match/synonyms", "查找用词")]
    [InlineData("/match/synonyms/import", "查找用词")]
    [InlineData("/match/coverage/firms?naming=Known", "查找用词")]
    [InlineData("/match/synonymsthatarenone", "找对接")]
    [InlineData("/", "我的工作")]
    [InlineData("/nowhere", null)]
    public async Task The_line_of_which_an_address_is_the_longest_beginning_is_current(string uri, string? title)
    {
        var menu = await Rendered.Body<MenuList>(uri, new Dictionary<string, object?> { [nameof(MenuList.Entries)] = Entries });
        Assert.Equal(title is null ? [] : [title], menu.QuerySelectorAll("a[aria-current=page] span").Select(a => a.TextContent));
    }
}
