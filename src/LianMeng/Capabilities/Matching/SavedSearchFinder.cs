using LianMeng.Capabilities.Listings.Public;
using LianMeng.Shared.Access;

namespace LianMeng.Capabilities.Matching;

/// <summary>What answers a saved search now, as far as the actor sees it: the same as the page that asks it would show.</summary>
public sealed class SavedSearchFinder(Actor actor, FreeQuestions questions, MatchAnswers matches, ListingSearch listings)
{
    /// <summary>Looked at in one run.</summary>
    private const int Most = 50;

    /// <returns>the answers, or what is wrong with the question</returns>
    public async Task<(IReadOnlyList<SavedSearchAnswer> Answers, string? Problem)> FindAsync(SavedSearchQuestion question, CancellationToken cancellation)
    {
        if (question.Place == SavedSearchPlace.Listings)
        {
            if (ListingSearch.WordsOf(question.Kind, question.Subject) is not { } choice) return ([], "没有这种类型或标的类别，请从列表中选择。");
            if (question.Text.Length == 0 && choice.Length == 0) return ([], "请先写要找的词，或选一个类型，再保存。");
            return ([.. (await listings.FindAsync(question.Text, question.Kind, question.Subject, Most, cancellation)).Select(id => new SavedSearchAnswer(id, null))], null);
        }

        if (!actor.May(MatchingCapability.Search)) return ([], null);
        if (question.Direction is null) return ([], "请选择方向：谁能供应，还是谁在采购。");
        var (_, result) = await questions.AskAsync(question.Text, question.Direction, Most, cancellation);
        if (result.Wanted.Count == 0) return ([], "这句话里没有读到要找的产品，请写上产品名再保存。");
        return (await matches.SeenAsync([.. result.Items.Where(i => i.IsDirect)], cancellation), null);
    }
}
