namespace LianMeng.Engine.Standards;

/// <summary>One row of the size method: the industry's name there and its one or two indicators.</summary>
internal sealed record SizeRule(string Industry, params SizeBound[] Bounds);
