using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What changed between two issues of an atlas, or since an issue in the draft.</summary>
public sealed class ShowDiff(UseCaseContext context, AtlasShelf shelf) : Show<ShowDiff.Input, ShowDiff.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        /// <summary>Without it the one before <see cref="To"/>.</summary>
        [Display(Name = "从"), Range(0, 100_000)]
        public int? From { get; set; }

        /// <summary>0 the draft; without it the draft for those who keep it, the latest issue for others.</summary>
        [Display(Name = "到"), Range(0, 100_000)]
        public int? To { get; set; }
    }

    public sealed record View(Guid Id, string Title, int LatestIssue, bool HasDraft, int From, string FromWords, int To, string ToWords, string Summary, AtlasDiff Diff);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.To ?? (shelf.SeesDrafts ? 0 : null), cancellation) is not { } after) return null;
        var latest = after.Atlas.Issue;
        var from = input.From ?? (after.Issue == 0 ? latest : Math.Max(1, after.Issue - 1));
        if (await shelf.OpenAsync(input.Id, from, cancellation) is not { } before) return null;
        var diff = AtlasDiff.Of(before.Content, after.Content);
        return new(after.Atlas.Id, after.Atlas.Title, latest, shelf.SeesDrafts, before.Issue, before.IssueWords, after.Issue, after.IssueWords, diff.Summary, diff);
    }
}
