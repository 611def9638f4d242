using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Matching;

/// <summary>
/// Asks the saved searches of a district again and tells each person what is new in one notice a day. Each is asked with the
/// rights that its person has at this moment, so that nobody is told of what the page would not show.
/// </summary>
public sealed class AskSavedSearches(UseCaseContext context, MatchingFollower follower, PersonRights rights, TrustedScopes scopes, NoticeWriter notices) : Command<AskSavedSearches.Input, AskSavedSearches.Result>(context)
{
    /// <summary>Named in the notice; the others stand in the list.</summary>
    private const int MostNamed = 5;

    public sealed class Input;

    public sealed record Result(int Asked, int Answered);

    public override Access Access => Access.Program;

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var searches = await Db.Set<SavedSearch>().AsNoTracking().Where(s => s.DistrictId == Actor.WriteDistrict).OrderBy(s => s.UserId).ThenBy(s => s.SavedAt).ThenBy(s => s.Id).ToListAsync(cancellation);
        if (searches.Count == 0) return Outcome<Result>.Done(new(0, 0));

        // What was posted until now counts, on whichever node this runs.
        await follower.ReachAsync(await Db.Set<LedgerHead>().Select(h => h.Seq).SingleAsync(cancellation), cancellation);
        var known = await Db.Set<SavedSearchAnswers>().Where(a => a.DistrictId == Actor.WriteDistrict).ToDictionaryAsync(a => a.Id, cancellation);
        var (asked, answered) = (0, 0);
        foreach (var own in searches.GroupBy(s => s.UserId))
        {
            // Whoever cannot sign in any more, or writes to another district by now, asks nothing here.
            if (await rights.OfAsync(own.Key, cancellation) is not { } person || person.WriteDistrict != Actor.WriteDistrict) continue;
            var news = await NewOfAsync(person, [.. own.Where(s => known.ContainsKey(s.Id))], known, cancellation);
            asked += own.Count();
            answered += news.Count;
            if (news.Count > 0) await TellAsync(own.Key, news, cancellation);
        }

        return Outcome<Result>.Done(new(asked, answered));
    }

    private async Task<List<(SavedSearch Search, int Added)>> NewOfAsync(Actor person, IReadOnlyList<SavedSearch> searches, Dictionary<Guid, SavedSearchAnswers> known, CancellationToken cancellation)
    {
        await using var scope = scopes.OpenFor(person);
        var finder = scope.ServiceProvider.GetRequiredService<SavedSearchFinder>();
        List<(SavedSearch, int)> news = [];
        foreach (var search in searches)
        {
            var (answers, _) = await finder.FindAsync(search.Question, cancellation);
            if (known[search.Id].Learn(answers, Now) is not (> 0 and var added)) continue;
            news.Add((search, added));
            Record(new SavedSearchAnswered(search.Id, search.UserId, added));
        }

        return news;
    }

    /// <summary>Only the person's own words and numbers: what answers is read on the page, by whoever may see it then.</summary>
    private Task TellAsync(Guid userId, List<(SavedSearch Search, int Added)> news, CancellationToken cancellation)
    {
        var lines = news.Take(MostNamed).Select(n => $"“{n.Search.Name}”新增 {n.Added} 条").ToList();
        if (news.Count > MostNamed) lines.Add($"另有 {news.Count - MostNamed} 个查找有新结果");
        return notices.TellAsync(new(userId, NoticeKind.SavedSearch, $"保存的查找有 {news.Sum(n => n.Added)} 条新结果", string.Join("；", lines) + "。",
            news is [var (only, _)] ? only.Question.Href : "/saved-searches", null, $"saved-searches:{ChinaTime.Today(Now):yyyyMMdd}", Digest: true), cancellation);
    }
}
