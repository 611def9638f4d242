using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>Ranks firms and open listings that the actor sees for a text, with reasons; or says honestly that there is none, and what was missing.</summary>
public sealed class FindMatches(UseCaseContext context, FreeQuestions questions, MatchAnswers answers, PoorQuestionLog log) : Show<FindMatches.Input, FindMatches.View>(context)
{
    public const int MostText = 2000;

    public sealed class Input
    {
        [Display(Name = "需要什么"), Required, StringLength(MostText)]
        public string? Text { get; set; }

        [Display(Name = "方向")]
        public MatchKind? Kind { get; set; }

        [Display(Name = "最多条数"), Range(1, 100)]
        public int? Take { get; set; }
    }

    /// <param name="Wanted">What the text was understood to ask for.</param>
    /// <param name="Missing">When nothing qualifies: what was missing.</param>
    /// <param name="Kind">The direction that was answered.</param>
    /// <param name="Note">What the answer does not cover, and why.</param>
    public sealed record View(IReadOnlyList<MatchAnswers.Item> Items, IReadOnlyList<string> Wanted, IReadOnlyList<string> Missing, MatchKind Kind, string? Note);

    public override Access Access => Access.Needs(MatchingCapability.Search);

    public override Budget? Budget => Budget.Matches;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var (request, result) = await questions.AskAsync(input.Text!, input.Kind, input.Take ?? 10, cancellation);
        if (!result.Items.Any(i => i.IsDirect)) log.Note(Actor, request.Kind, result.Said);
        // Who buys what is a firm's private need: only officers search it. Firms find who says openly what he needs.
        var note = request.Kind == MatchKind.Demand || request.SeesBuys ? null : "各企业采购什么是其内部信息；下面按公开发布的需求和产业链上的用途列出。要找更多买家，请联系联盟书记。";
        return new(await answers.NameAsync(result.Items, cancellation), result.Wanted, result.Missing, request.Kind, note);
    }
}
