using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What an atlas says at one issue, without any firm: for files that leave the house and for those who edit it.</summary>
public sealed class ShowContent(UseCaseContext context, AtlasShelf shelf) : Show<ShowContent.Input, ShowContent.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        /// <summary>0 the draft; without it the latest issue.</summary>
        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }
    }

    /// <param name="Version">For those who may change it; null for others.</param>
    public sealed record View(Guid? Version, string Title, string? Note, int LatestIssue, string IssueWords, AtlasContent Content);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
        => await shelf.OpenAsync(input.Id, input.Issue, cancellation) is { Atlas: var atlas } open ? new(shelf.Keeps(atlas) ? atlas.Version : null, atlas.Title, atlas.Note, atlas.Issue, open.IssueWords, open.Content) : null;
}
