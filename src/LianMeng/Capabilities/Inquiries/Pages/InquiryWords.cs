using System.Globalization;
using LianMeng.Capabilities.Inquiries.Bills;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Inquiries.Pages;

/// <summary>An inquiry and a line in words and colours.</summary>
internal static class InquiryWords
{
    public static Tone ToneOf(InquiryState state) => state switch
    {
        InquiryState.Answered => Tone.Good,
        InquiryState.Sent => Tone.Info,
        InquiryState.Declined => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static string Number(decimal? number) => number is { } value ? value.ToString("#,##0.####", CultureInfo.InvariantCulture) : "—";

    /// <summary>200 吨，2026年12月1日前，送到 铜梁区.</summary>
    public static string Of(decimal quantity, string unit, DateOnly? wantedBy, string? deliverTo)
        => $"{Number(quantity)} {unit}{(wantedBy is { } day ? $"，{ChinaTime.Date(day)}前要" : "")}{(deliverTo is null ? "" : $"，送到 {deliverTo}")}";

    public static string Of(BillGoods goods) => Of(goods.Quantity, goods.Unit, goods.WantedBy, goods.DeliverTo);
}
