namespace LianMeng.Engine.Flows;

/// <summary>A way from a supply to a demand. What may not go has no arc.</summary>
/// <param name="Supply">Index of the supply.</param>
/// <param name="Demand">Index of the demand.</param>
/// <param name="Profit">What one unit sent this way is worth (¥ a unit); one of 0 or less is never used.</param>
public readonly record struct TransportArc(int Supply, int Demand, decimal Profit);
