using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Tells the people of a side, or the officer who began it, within the running save. A notice names the other firm and the product: no contact, no price, no reason.</summary>
public sealed class IntroductionNotices(NoticeWriter notices, FirmNotices people, FirmDirectory firms, Actor actor)
{
    /// <param name="say">title and text, given the name of the other firm</param>
    /// <param name="key">what happened: told once to each</param>
    public async Task TellAsync(Introduction introduction, IntroductionSide side, Func<string, (string Title, string Text)> say, string key, CancellationToken cancellation)
    {
        var other = (await firms.FindAsync(introduction.FirmOf(Introduction.Other(side)), cancellation))?.Name ?? "对方企业";
        await people.TellAsync([introduction.FirmOf(side)], IntroductionsCapability.Answer, user => Draft(introduction, user, say(other), key), cancellation);
    }

    /// <summary>The officer who brought the two together.</summary>
    public async Task TellStarterAsync(Introduction introduction, string title, string text, string key, CancellationToken cancellation)
    {
        if (introduction is { StartedByOrganisation: null, StartedBy: { } officer } && officer != actor.UserId) await notices.TellAsync(Draft(introduction, officer, (title, text), key), cancellation);
    }

    private static NoticeDraft Draft(Introduction introduction, Guid user, (string Title, string Text) words, string key)
        => new(user, NoticeKind.General, words.Title, words.Text, $"/introductions/{introduction.Id}", introduction.Id, $"introduction:{introduction.Id}:{key}");
}
