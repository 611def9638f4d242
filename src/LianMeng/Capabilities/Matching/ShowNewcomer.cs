using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.Matching;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Limits;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Matching;

/// <summary>A firm that is new here says what it buys, line by line; at once it sees who makes each of it, and why.</summary>
public sealed class ShowNewcomer(UseCaseContext context, MatchIndex index, MatchAnswers answers, FirmDirectory firms, PurchaseBook purchases) : Show<ShowNewcomer.Input, ShowNewcomer.View>(context)
{
    public const int MostLines = 50, Each = 3;

    public sealed class Input
    {
        [Display(Name = "要采购什么"), StringLength(FindMatches.MostText)]
        public string? Text { get; set; }

        /// <summary>The firm that asks; left out: the actor's own.</summary>
        public Guid? OrganisationId { get; set; }
    }

    /// <param name="MayKeep">the lines can be kept as the firm's purchases</param>
    /// <param name="LeftOut">lines beyond <see cref="MostLines"/></param>
    public sealed record View(Guid? FirmId, string? FirmName, bool MayKeep, IReadOnlyList<Line> Lines, int LeftOut);

    /// <param name="Makers">who makes it, best first; at most <see cref="Each"/></param>
    /// <param name="Missing">when nobody does: what was missing</param>
    public sealed record Line(string Product, IReadOnlyList<MatchAnswers.Item> Makers, string? Missing);

    public override Access Access => Access.Needs(MatchingCapability.Search);

    public override Budget? Budget => Budget.Matches;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var firm = (input.OrganisationId ?? Actor.OrganisationId) is { } id ? await firms.FindAsync(id, cancellation) : null;
        if (firm is null && input.OrganisationId is not null) return null;
        var named = ImportText.Split(input.Text ?? "");
        var asked = await answers.AskAsync("", MatchKind.Demand, Each, cancellation) with { Region = firm?.RegionCode, Excluded = firm is null ? new HashSet<Guid>() : new HashSet<Guid> { firm.Id } };
        List<Line> lines = [];
        foreach (var product in named.Take(MostLines))
        {
            var found = index.Search(asked with { Text = product });
            var makers = await answers.NameAsync([.. found.Items.Where(i => i.IsDirect)], cancellation);
            lines.Add(new(product, makers, makers.Count > 0 ? null : string.Join(' ', found.Missing.DefaultIfEmpty("名册里没有企业做这个产品。"))));
        }

        return new(firm?.Id, firm?.Name, firm is not null && await purchases.MayKeepAsync(firm.Id, cancellation), lines, Math.Max(0, named.Count - MostLines));
    }
}
