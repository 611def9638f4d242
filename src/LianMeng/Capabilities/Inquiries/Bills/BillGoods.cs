using LianMeng.Engine.Text;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>What a line of a bill asks for.</summary>
/// <param name="Specification">牌号、规格、图号</param>
/// <param name="WantedBy">the day by which it must be there</param>
/// <param name="DeliverTo">place of delivery</param>
/// <param name="Remark">for the own firm alone: no maker reads it</param>
public sealed record BillGoods(string Product, string? Specification, decimal Quantity, string Unit, DateOnly? WantedBy, string? DeliverTo, string? Remark)
{
    /// <summary>Two lines of one bill that say the same are one line too many.</summary>
    public string Key => string.Join('|', KeyOf(Product), KeyOf(Specification), Unit, WantedBy?.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), KeyOf(DeliverTo));

    internal static string KeyOf(string? text) => text is null ? "" : ShortText.KeyOf(text);
}
