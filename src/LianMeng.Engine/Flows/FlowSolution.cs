namespace LianMeng.Engine.Flows;

/// <summary>The cheapest flow.</summary>
/// <param name="Flows">One an arc, in the order given, whole units.</param>
/// <param name="Potentials">
/// One a node: the dual values. cost + potential(from) − potential(to) is ≥ 0 on every arc that is not full and ≤ 0 on every arc that carries something;
/// that is the proof that nothing is cheaper.
/// </param>
/// <param name="Cost">Total cost.</param>
/// <param name="Pivots">Steps the solver took.</param>
public sealed record FlowSolution(IReadOnlyList<long> Flows, IReadOnlyList<long> Potentials, Int128 Cost, int Pivots);
