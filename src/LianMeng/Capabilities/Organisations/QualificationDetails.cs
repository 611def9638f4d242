namespace LianMeng.Capabilities.Organisations;

/// <summary>What somebody states of one qualification; what is null is not known.</summary>
/// <param name="Number">of the certificate</param>
/// <param name="Issuer">the body that gave it</param>
/// <param name="ValidUntil">the last day on which it holds</param>
public sealed record QualificationDetails(string Name, string? Number = null, string? Issuer = null, DateOnly? ValidUntil = null)
{
    /// <summary>What is wrong with a certificate's last day; null when nothing is.</summary>
    public static string? ProblemOf(DateOnly? validUntil) => validUntil is { Year: < 1980 or > 2100 } ? "有效期至应在 1980 年至 2100 年之间，长期有效的请空着。" : null;
}
