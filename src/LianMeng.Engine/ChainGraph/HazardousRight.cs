namespace LianMeng.Engine.ChainGraph;

/// <summary>Why a receiver may take a hazardous code: a permit, or a recorded exemption (metal recovery, 点对点).</summary>
/// <param name="Code">The hazardous code it covers.</param>
/// <param name="OnlyFrom">For a point-to-point exemption the one supplier; null from anybody.</param>
/// <param name="Until">Last day it holds; null without end.</param>
/// <param name="Evidence">Number of the permit or of the record, as shown.</param>
public sealed record HazardousRight(string Code, Guid? OnlyFrom, DateOnly? Until, string Evidence);
