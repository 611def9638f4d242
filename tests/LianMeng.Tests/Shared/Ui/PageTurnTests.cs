using System.Net;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Shared.Ui;

/// <summary>Components side by side on one page, each with a question of its own to the one data context.</summary>
public sealed class PageTurnTests(TestWorld world) : IClassFixture<TestWorld>
{
    [WorldFact]
    public async Task A_page_with_several_that_ask_is_drawn_whole_every_time()
    {
        var browser = await world.BrowserAsync(world.Known.Manager);
        foreach (var path in new[] { $"/listings/{world.Known.Listing}", $"/organisations/{world.Known.Firm}", "/me/security", "/" })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => browser.GetAsync(path)));
            Assert.All(answers, answer => Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}"));
        }
    }
}
