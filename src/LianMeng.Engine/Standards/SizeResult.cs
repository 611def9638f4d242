namespace LianMeng.Engine.Standards;

/// <summary>The computed size class with its reason.</summary>
/// <param name="Class">The class; Unknown when a missing figure decides it.</param>
/// <param name="Lowest">The lowest class possible; equal to <paramref name="Class"/> when that is known.</param>
/// <param name="Highest">The highest class possible.</param>
/// <param name="Reason">Chinese: each indicator with the bound it meets, what is missing, and that it is no official finding.</param>
public sealed record SizeResult(SizeClass Class, SizeClass Lowest, SizeClass Highest, string Reason);
