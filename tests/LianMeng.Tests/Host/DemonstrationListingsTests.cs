using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Listings;
using LianMeng.Host.Demonstration;

namespace LianMeng.Tests.Host;

/// <summary>The invented listings: a firm asks for what it buys, offers what it makes, and both read like it.</summary>
public sealed class DemonstrationListingsTests
{
    private static readonly InventedGraph Graph = new(new ChainBackbones());
    private static readonly InventedFirms Firms = new(Graph);
    private static readonly InventedListings Listings = new(Graph, Firms);

    public static TheoryData<string, int> Regions => new() { { InventedFirms.Tongliang, 300 }, { InventedFirms.Jiulongpo, 60 } };

    [Theory]
    [MemberData(nameof(Regions))]
    public void Each_is_of_a_firm_that_buys_or_makes_what_it_is_about(string region, int count)
    {
        var firms = Firms.All(region);
        var listings = Listings.Of(region);
        Assert.Equal(count, listings.Count);
        Assert.All(listings, l =>
        {
            Assert.Equal(firms[l.Firm].Name, l.FirmName);
            Assert.Equal(region, l.Region);
            var lines = l.Kind == ListingKind.Demand ? firms[l.Firm].Buys : [.. firms[l.Firm].Makes, .. firms[l.Firm].ByProducts];
            Assert.Contains(lines, line => line.Text == l.Product && line.Product == l.ProductKey);
        });
        Assert.True(listings.Count(l => l.ProductKey is not null && Graph.Graph.ByKey(l.ProductKey) is not null) >= count * 9 / 10);
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Texts_fit_and_vary(string region, int count)
    {
        var listings = Listings.Of(region);
        Assert.All(listings, l => Assert.InRange(l.Title.Length, 4, 100));
        Assert.All(listings, l => Assert.InRange(l.Text.Length, 15, 2000));
        Assert.All(listings, l => Assert.InRange(l.Text.Count(c => c == '。'), 1, 4));
        Assert.All(listings, l => Assert.Contains(l.Product, l.Title + l.Text, StringComparison.Ordinal));
        Assert.True(listings.Select(l => l.Text).Distinct().Count() >= count * 98 / 100);
        Assert.Equal(count, listings.Select(l => (l.Firm, l.Kind, l.ProductKey ?? l.Product)).Distinct().Count());
    }

    [Fact]
    public void Days_circles_and_fates_are_mixed_as_asked()
    {
        var listings = Listings.Of(InventedFirms.Tongliang);
        Assert.All(listings, l => Assert.True(l.ValidForDays is (>= 1 and <= 7) or (>= 10 and <= 180)));
        Assert.InRange(listings.Count(l => l.ValidForDays <= 7), 15, 60);
        Assert.InRange(Share(l => l.Visibility == ListingVisibility.District), 42, 58);
        Assert.InRange(Share(l => l.Visibility == ListingVisibility.City), 22, 38);
        Assert.InRange(Share(l => l.Visibility == ListingVisibility.Alliance), 9, 21);
        Assert.InRange(Share(l => l.Visibility == ListingVisibility.Public), 2, 9);
        Assert.InRange(Share(l => l.Then == ListingState.Open), 68, 84);
        Assert.Equal(5, listings.Select(l => l.Then).Distinct().Count());
        Assert.InRange(Share(l => l.Kind == ListingKind.Demand), 40, 65);
        Assert.InRange(Share(l => l.Price is not null), 12, 60);
        Assert.InRange(Share(l => l.Certificates.Count > 0), 10, 60);

        int Share(Func<InventedListing, bool> which) => listings.Count(which) * 100 / listings.Count;
    }

    [Fact]
    public void Amounts_are_positive_and_prices_within_what_the_trade_pays()
    {
        foreach (var listing in Listings.Of(InventedFirms.Tongliang).Concat(Listings.Of(InventedFirms.Jiulongpo)))
        {
            Assert.True(listing.Quantity > 0 && listing.Unit.Length > 0, listing.Title);
            if (listing.Price is not { } price) continue;
            var range = InventedTables.Traded[listing.ProductKey!].Price!.Value;
            Assert.InRange(price, range.Low * 0.9m, range.High * 1.1m);
        }
    }

    /// <summary>Hazardous waste stands behind a legal gate: no such listing without the permit its receiver needs.</summary>
    [Fact]
    public void Hazardous_waste_asks_for_the_permit()
    {
        var hazardous = Listings.Of(InventedFirms.Tongliang).Concat(Listings.Of(InventedFirms.Jiulongpo))
            .Where(l => l.ProductKey is { } key && Graph[key].Aliases.Any(a => System.Text.RegularExpressions.Regex.IsMatch(a, @"^\d{3}-\d{3}-\d{2}$"))).ToList();
        Assert.NotEmpty(hazardous);
        Assert.All(hazardous, l => Assert.Equal(["危险废物经营许可证"], l.Certificates));
        Assert.All(hazardous.Where(l => l.Kind == ListingKind.Supply), l => Assert.DoesNotContain("出售", l.Title + l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_firms_behind_the_accounts_have_listings()
    {
        var names = Listings.Of(InventedFirms.Tongliang).Concat(Listings.Of(InventedFirms.Jiulongpo)).Select(l => l.FirmName).ToHashSet();
        Assert.All(DemonstrationAccounts.All.Where(a => a.Role != LianMeng.Shared.Access.Role.Liaison).Select(a => a.Firm).OfType<string>(), firm => Assert.Contains(firm, names));
    }

    [Fact]
    public void They_are_the_same_every_time()
        => Assert.Equal(Listings.Of(InventedFirms.Tongliang).Select(l => l.Title + l.Text), new InventedListings(Graph, new InventedFirms(Graph)).Of(InventedFirms.Tongliang).Select(l => l.Title + l.Text));
}
