using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>What a row can become, before somebody decides.</summary>
public sealed class ShowTaskStart(UseCaseContext context, AtlasShelf shelf, AtlasAnalyst analyst, AtlasTaskBook book, AtlasTaskPeople people) : Show<ShowTaskStart.Input, ShowTaskStart.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>The row's key, as the analysis gives it.</summary>
        [Display(Name = "分析结果"), StringLength(AtlasRow.KeyLimit)]
        public string? Row { get; set; }

        [Display(Name = "转为")]
        public AtlasTaskAction? Action { get; set; }
    }

    public sealed record Person(Guid Id, string Name);

    /// <param name="About">What the task will be about.</param>
    /// <param name="Asks">For 请企业申报: whom it names; only for officers.</param>
    /// <param name="Marks">What was begun of it already.</param>
    public sealed record View(
        AnalysisHead Head, string Row, AtlasAnalysisKind Analysis, string About, IReadOnlyList<AtlasTaskAction> Actions, IReadOnlyList<string> Asks, IReadOnlyList<AtlasTaskMark> Marks, IReadOnlyList<Person> People, bool IsOfficer);

    public override Access Access => Access.Needs(AtlasesCapability.Act);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open || AtlasRow.Parse(input.Row) is not { } row) return null;
        var analysis = await analyst.OfAsync(open, cancellation);
        if ((row.Product is { } product && analysis.HealthOf(product) is null) || row.Firms.Any(firm => !analysis.Firms.Has(firm))) return null;
        var actions = row.Actions.Where(action => book.MayStart(row, action)).ToList();
        if (actions.Count == 0) return null;
        var title = row.Title(actions[0], analysis.Firms.NameOf, row.Product is { } key ? analysis.ProductName(key) : null);
        IReadOnlyList<Guid> ask = book.IsOfficer && row.Product is { } asked && actions.Contains(AtlasTaskAction.Ask) ? analysis.HealthOf(asked)!.Ask : [];
        return new(
            AnalysisHead.Of(open, input.Issue), row.Key, row.Analysis, title[(title.IndexOf('：', StringComparison.Ordinal) + 1)..], actions, [.. analysis.Firms.InOrder(ask).Select(analysis.Firms.NameOf)],
            [.. (await book.MarksAsync(open.Atlas.Id, cancellation))[row.Key]], book.IsOfficer ? [.. (await people.OfAsync(open.Atlas.DistrictId, cancellation)).Select(p => new Person(p.Id, p.Name))] : [], book.IsOfficer);
    }
}
