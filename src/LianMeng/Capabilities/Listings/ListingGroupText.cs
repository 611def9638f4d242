using System.Globalization;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>
/// A listing as a few plain lines for a chat group, where anybody may read them: what its firm publishes anyway, and nothing
/// else. Never the price, the free text, a telephone number, nor a quantity that is not public.
/// </summary>
internal static class ListingGroupText
{
    /// <returns>null for a listing that is not open today, and for hazardous waste: that goes only to those whom the law allows it</returns>
    public static string? Of(Listing listing, DateOnly today)
    {
        if (listing.State != ListingState.Open || listing.ValidUntil < today || listing.HazardousCode is not null) return null;
        List<string> lines = [$"【{ListExport.Words(listing.Kind)}】{ContactMask.Hide(listing.Title)}"];
        if (listing.Product is { } product) lines.Add($"产品：{ContactMask.Hide(product)}");
        if (listing is { QuantityPublic: true, Quantity: { } quantity }) lines.Add($"数量：{quantity.ToString("#,##0.####", CultureInfo.InvariantCulture)} {listing.Unit}".TrimEnd());
        if (listing.RegionCode is { } code && Region.Find(code) is { } region) lines.Add($"{(listing.Kind == ListingKind.Demand ? "交货地" : "供货地")}：{region.Current.Name}");
        lines.Add($"有效期至：{ChinaTime.Date(listing.ValidUntil)}");
        lines.Add("详情和联系，请登录链盟：");
        return string.Join('\n', lines);
    }
}
