using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Tells one person of a listing that fits: at once up to a number a day, the rest in that day's one digest.</summary>
public sealed class TellCounterpart(UseCaseContext context, ListingQuestions listings, NoticeWriter notices, NoticeCounts counts, PeopleOf people, SettingValues settings) : Command<TellCounterpart.Input, bool>(context)
{
    public static readonly Setting MostADay = new("Notices:MatchesADay", "消息", "每天逐条通知的匹配", "一个人一天最多逐条收到多少条“新的供需与贵企业相符”，更多的合成一条汇总。", "条", 5, 0, 100);

    public sealed class Input
    {
        public Guid ListingId { get; set; }
        public Guid UserId { get; set; }

        /// <summary>The firm for which this person is told.</summary>
        public Guid OrganisationId { get; set; }
    }

    public override Access Access => Access.Program;

    // Two listings at once must not both be the fifth of the day.
    protected override string? LockName(Input input) => $"tell:{input.UserId}";

    protected override async Task<Outcome<bool>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await listings.FindAsync(input.ListingId, cancellation) is not { IsOpen: true } listing) return Outcome<bool>.Done(false);

        // Planned while this person spoke for the firm; by now it may be somebody else's business.
        if (!(await people.OfOrganisationsAsync([input.OrganisationId], cancellation)).Any(p => p.UserId == input.UserId)) return Outcome<bool>.Done(false);

        var day = ChinaTime.Today(Now);
        var what = listing.IsDemand ? "需求" : "供给";
        var key = $"match:{listing.Id}";
        var title = $"新的{what}与贵企业相符：{listing.PublicTitle}";
        var isDigest = await counts.TodayAsync(input.UserId, NoticeKind.NewMatch, day, cancellation) >= settings.Of(MostADay);
        await notices.TellAsync(isDigest
            ? new(input.UserId, NoticeKind.MatchDigest, "今天还有更多与贵企业相符的供需", $"最近一条：{listing.PublicTitle}。点开看全部。", "/match/mine", null, $"matches:{day:yyyyMMdd}", Digest: true)
            : new(input.UserId, NoticeKind.NewMatch, title, $"{listing.OrganisationName}，{(listing.IsDemand ? "要买的正是贵企业能供应的" : "能供应贵企业要买的")}。", $"/listings/{listing.Id}", listing.Id, key), cancellation);
        return Outcome<bool>.Done(true);
    }
}
