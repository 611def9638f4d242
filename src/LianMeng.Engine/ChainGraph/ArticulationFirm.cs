namespace LianMeng.Engine.ChainGraph;

/// <summary>A firm whose loss breaks the network into pieces.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Pieces">Pieces that remain of its part of the network, at least 2.</param>
/// <param name="CutOff">Firms outside the largest of these pieces.</param>
public sealed record ArticulationFirm(Guid Firm, int Pieces, int CutOff);
