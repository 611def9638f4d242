namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Who speaks for a side.</summary>
/// <param name="Side">For which.</param>
/// <param name="Person">Null for the program itself.</param>
/// <param name="OnBehalf">代录: an officer, not one of the firm's own people.</param>
public sealed record SupplySpeaker(SupplySide Side, Guid? Person, bool OnBehalf);
