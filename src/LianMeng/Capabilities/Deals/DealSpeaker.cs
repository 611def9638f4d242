namespace LianMeng.Capabilities.Deals;

/// <summary>Who speaks for a side.</summary>
/// <param name="Person">null for the program itself</param>
/// <param name="OnBehalf">代录: not one of the firm's own people. What is written down so is declared and confirms nothing</param>
public sealed record DealSpeaker(DealSide Side, Guid? Person, bool OnBehalf);
