namespace LianMeng.Capabilities.Organisations;

/// <summary>What somebody states of one qualification; what is null is not known.</summary>
/// <param name="Number">of the certificate</param>
/// <param name="Issuer">the body that gave it</param>
/// <param name="ValidUntil">the last day on which it holds</param>
public sealed record QualificationDetails(string Name, string? Number = null, string? Issuer = null, DateOnly? ValidUntil = null);
