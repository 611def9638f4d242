using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Which other entries of the register may be this firm.</summary>
public sealed class ShowDuplicates(UseCaseContext context, DuplicateFinder finder) : Show<ShowDuplicates.Input, ShowDuplicates.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View(Guid Id, IReadOnlyList<Line> Candidates);

    /// <param name="Reasons">Chinese sentences, the weightiest first</param>
    public sealed record Line(Guid Id, string Name, string? Uscc, string? Address, DuplicateVerdict Verdict, IReadOnlyList<string> Reasons);

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await finder.OfAsync(input.Id, cancellation) is not { } firm) return null;
        var found = await finder.FindAsync(firm.DistrictId, firm.Profile.Identity, firm.Id, cancellation);
        return new(firm.Id, [.. found.Select(f => new Line(f.Id, f.Name, f.Uscc, f.Address, f.Verdict, f.Reasons))]);
    }
}
