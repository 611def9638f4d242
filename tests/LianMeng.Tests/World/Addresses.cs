using System.Text.RegularExpressions;
using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.World;

/// <summary>Real addresses for the routes of the running program. A route with a parameter that nobody gave a sample for fails the test that walks it.</summary>
internal static partial class Addresses
{
    public static string Own(this Route route, Known known)
        => Fill(route, known.Firm, known.Listing, known.Operation, known.ListingOperation, known.Secretary.Id, known.Upload, known.ListingUpload);

    public static string Foreign(this Route route, Known known)
        => Fill(route, known.ForeignFirm, known.ForeignListing, known.ForeignOperation, known.ForeignListingOperation, known.ForeignSecretary.Id, known.ForeignUpload, known.ForeignListingUpload);

    public static string Nobody(this Route route)
        => Fill(route, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new string('0', 64), new string('0', 64));

    public static bool HasParameter(this Route route) => route.Pattern.Contains('{', StringComparison.Ordinal);

    private static string Fill(Route route, Guid firm, Guid listing, Guid operation, Guid listingOperation, Guid person, string upload, string listingUpload)
        => Parameter().Replace(route.Pattern, match => (match.Groups["name"].Value, route.Pattern) switch
        {
            ("documentName", _) => "v1",
            ("hash", var p) => p.Contains("/listings/", StringComparison.Ordinal) ? listingUpload : upload,
            ("id", var p) when p.Contains("/listings/import", StringComparison.Ordinal) => listingOperation.ToString(),
            ("id", var p) when p.Contains("/operations/", StringComparison.Ordinal) || p.Contains("/import", StringComparison.Ordinal) => operation.ToString(),
            ("id", var p) when p.Contains("/organisations/", StringComparison.Ordinal) => firm.ToString(),
            ("id", var p) when p.Contains("/listings/", StringComparison.Ordinal) => listing.ToString(),
            ("id", var p) when p.Contains("/accounts/", StringComparison.Ordinal) => person.ToString(),
            _ => throw new InvalidOperationException($"Addresses has no sample for {match.Value} of {route}: add one, so that this route is walked too."),
        });

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
