using System.Text.RegularExpressions;
using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.World;

/// <summary>Real addresses for the routes of the running program. A route with a parameter that nobody gave a sample for fails the test that walks it.</summary>
internal static partial class Addresses
{
    public static string Own(this Route route, Known known) => Fill(route, known.Firm, known.Operation, known.Secretary.Id, known.Upload, "aluminium");

    /// <summary>Chains are the program's own and nobody's: only one that does not exist is not found.</summary>
    public static string Foreign(this Route route, Known known) => Fill(route, known.ForeignFirm, known.ForeignOperation, known.ForeignSecretary.Id, known.ForeignUpload, "no-chain");

    public static string Nobody(this Route route) => Fill(route, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new string('0', 64), "no-chain");

    public static bool HasParameter(this Route route) => route.Pattern.Contains('{', StringComparison.Ordinal);

    private static string Fill(Route route, Guid firm, Guid operation, Guid person, string upload, string chain)
        => Parameter().Replace(route.Pattern, match => (match.Groups["name"].Value, route.Pattern) switch
        {
            ("documentName", _) => "v1",
            ("hash", _) => upload,
            ("chain", _) => chain,
            ("id", var p) when p.Contains("/operations/", StringComparison.Ordinal) || p.Contains("/import", StringComparison.Ordinal) => operation.ToString(),
            ("id", var p) when p.Contains("/organisations/", StringComparison.Ordinal) => firm.ToString(),
            ("id", var p) when p.Contains("/accounts/", StringComparison.Ordinal) => person.ToString(),
            _ => throw new InvalidOperationException($"Addresses has no sample for {match.Value} of {route}: add one, so that this route is walked too."),
        });

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
