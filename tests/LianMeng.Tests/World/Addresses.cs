using System.Text.RegularExpressions;
using LianMeng.Tests.Architecture;

namespace LianMeng.Tests.World;

/// <summary>Real addresses for the routes of the running program. A route with a parameter that nobody gave a sample for fails the test that walks it.</summary>
internal static partial class Addresses
{
    private sealed record Samples(Guid Firm, Guid Listing, Guid Operation, Guid ListingOperation, Guid Notice, Guid Person, Guid File, string Upload, string ListingUpload, string Chain, AllianceKnown Alliance, FactsKnown Facts, AtlasKnown Atlas);

    public static string Own(this Route route, Known known)
        => Fill(route, new(known.Firm, known.Listing, known.Operation, known.ListingOperation, known.Notice, known.Secretary.Id, known.File, known.Upload, known.ListingUpload, "aluminium", known.Own, known.OwnFacts, known.Atlas));

    /// <summary>Chains are the program's own and nobody's: only one that does not exist is not found.</summary>
    public static string Foreign(this Route route, Known known)
        => Fill(route, new(known.ForeignFirm, known.ForeignListing, known.ForeignOperation, known.ForeignListingOperation, known.ForeignNotice, known.ForeignSecretary.Id, known.ForeignFile, known.ForeignUpload, known.ForeignListingUpload, "no-chain", known.Foreign, known.ForeignFacts, known.ForeignAtlas));

    public static string Nobody(this Route route)
        => Fill(route, new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new string('0', 64), new string('0', 64), "no-chain",
            new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()), new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()), new(Guid.CreateVersion7(), Guid.CreateVersion7(), "没有这种产品")));

    public static bool HasParameter(this Route route) => route.Pattern.Contains('{', StringComparison.Ordinal);

    private static string Fill(Route route, Samples samples)
        => Parameter().Replace(route.Pattern, match => (match.Groups["name"].Value, route.Pattern) switch
        {
            ("documentName", _) => "v1",
            ("hash", var p) => p.Contains("/listings/", StringComparison.Ordinal) ? samples.ListingUpload : samples.Upload,
            ("chain", _) => samples.Chain,
            ("kind", _) => "organisation",
            ("key", _) => samples.Atlas.Product,
            ("organisation", _) => samples.Firm.ToString(),
            ("id", var p) when p.Contains("/atlases/{id", StringComparison.Ordinal) => samples.Atlas.Atlas.ToString(),
            ("id", var p) when p.Contains("/alliances/{id", StringComparison.Ordinal) => samples.Alliance.Alliance.ToString(),
            ("id", var p) when p.Contains("/memberships/{id", StringComparison.Ordinal) => samples.Alliance.Membership.ToString(),
            ("id", var p) when p.Contains("/chair-terms/", StringComparison.Ordinal) => samples.Alliance.Term.ToString(),
            ("id", var p) when p.Contains("/register-entries/{id", StringComparison.Ordinal) => samples.Alliance.Entry.ToString(),
            ("id", var p) when p.Contains("/party-organisations/{id", StringComparison.Ordinal) => samples.Alliance.PartyOrganisation.ToString(),
            ("id", var p) when p.Contains("/difficulties/{id", StringComparison.Ordinal) => samples.Facts.Difficulty.ToString(),
            ("id", var p) when p.Contains("/deals/{id", StringComparison.Ordinal) => samples.Facts.Deal.ToString(),
            ("id", var p) when p.Contains("/substitution-ledger/{id", StringComparison.Ordinal) => samples.Facts.Substitution.ToString(),
            ("id", var p) when p.Contains("/supply-links/{id", StringComparison.Ordinal) => samples.Facts.SupplyLink.ToString(),
            ("id", var p) when p.Contains("/by-product-uses/{id", StringComparison.Ordinal) => samples.Facts.ByProductUse.ToString(),
            ("id", var p) when p.Contains("/figure-consents/{id", StringComparison.Ordinal) => samples.Facts.Consent.ToString(),
            ("lineId", var p) when p.Contains("/bills/{id", StringComparison.Ordinal) => samples.Facts.BillLine.ToString(),
            ("id", var p) when p.Contains("/bills/{id", StringComparison.Ordinal) => samples.Facts.Bill.ToString(),
            ("id", var p) when p.Contains("/inquiries/{id", StringComparison.Ordinal) => samples.Facts.Inquiry.ToString(),
            ("id", var p) when p.Contains("/introductions/{id", StringComparison.Ordinal) => samples.Facts.Introduction.ToString(),
            ("id", var p) when p.Contains("/atlas-tasks/{id", StringComparison.Ordinal) => samples.Atlas.Task.ToString(),
            ("id", var p) when p.Contains("/files/of/", StringComparison.Ordinal) => samples.Firm.ToString(),
            ("id", var p) when p.Contains("/files/", StringComparison.Ordinal) => samples.File.ToString(),
            ("id", var p) when p.Contains("/notices/", StringComparison.Ordinal) => samples.Notice.ToString(),
            ("id", var p) when p.Contains("/jobs/", StringComparison.Ordinal) => Guid.Empty.ToString(), // nothing waits in a settled world
            ("id", var p) when p.Contains("/people/", StringComparison.Ordinal) => samples.Person.ToString(),
            ("id", var p) when p.Contains("/invitations/", StringComparison.Ordinal) => Guid.Empty.ToString(), // a real one would be withdrawn
            ("id", var p) when p.Contains("/mandates/", StringComparison.Ordinal) || p.Contains("/sessions/", StringComparison.Ordinal) => Guid.Empty.ToString(), // a real one would be ended, and with it what the walk is about
            ("id", var p) when p.Contains("/match/synonyms/", StringComparison.Ordinal) => Guid.Empty.ToString(), // a real one would be removed
            ("id", var p) when p.Contains("/saved-searches/", StringComparison.Ordinal) => Guid.Empty.ToString(), // a person's own; a real one would be removed
            ("id", var p) when p.Contains("/listings/import", StringComparison.Ordinal) => samples.ListingOperation.ToString(),
            ("id", var p) when p.Contains("/operations/", StringComparison.Ordinal) || p.Contains("/import", StringComparison.Ordinal) => samples.Operation.ToString(),
            ("productId" or "lineId" or "rightId", _) => Guid.Empty.ToString(), // a real one would be removed
            ("id", var p) when p.Contains("/organisations/changes/", StringComparison.Ordinal) => Guid.Empty.ToString(), // nobody asks for a change in the settled world
            ("id", var p) when p.Contains("/organisations/", StringComparison.Ordinal) => samples.Firm.ToString(),
            ("id", var p) when p.Contains("/listings/", StringComparison.Ordinal) => samples.Listing.ToString(),
            ("id", var p) when p.Contains("/accounts/", StringComparison.Ordinal) => samples.Person.ToString(),
            _ => throw new InvalidOperationException($"Addresses has no sample for {match.Value} of {route}: add one, so that this route is walked too."),
        });

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
