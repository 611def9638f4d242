namespace LianMeng.Engine.ChainGraph;

/// <summary>The best plan over all buyers and makers of all products.</summary>
/// <param name="Substitutions">What moves, by purchase, then offer.</param>
/// <param name="Contested">Makers wanted by more than they can serve.</param>
/// <param name="Unknown">(purchase, offer) pairs of the same product of which nothing can be said, because a distance or the freight rate is unknown.</param>
/// <param name="Saving">¥ a year in all; no other plan saves more. For further calculation; people see <see cref="Total"/>.</param>
public sealed record SubstitutionPlan(
    IReadOnlyList<Substitution> Substitutions, IReadOnlyList<ContestedOffer> Contested, IReadOnlyList<(int Purchase, int Offer)> Unknown, GuardedAmount Saving)
{
    /// <summary>¥ a year in all, safe to show beside the rows. Savings from freight alone are in it: show it with their number.</summary>
    public ShownAmount Total(Viewer viewer) => GuardedAmount.Total([.. Substitutions.Select(row => row.Saving)], viewer, "元");
}
