using System.Text.RegularExpressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Engine.ChainGraph;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Listings;

/// <summary>Turns what somebody typed or pasted from a chat into a prefilled listing. By rules; a model, where a deployment has one, only fills what they left open.</summary>
public sealed partial class ListingText(SentenceReader rules, FirmDirectory firms, Actor actor, TimeProvider clock, ListingTextModel model)
{
    /// <summary>A sentence, or a message of a chat group.</summary>
    public const int Limit = 400;

    private static readonly (ListingSubject Subject, string[] Words)[] Subjects =
    [
        (ListingSubject.Talent, ["招聘", "诚招", "招工", "普工", "焊工", "技工", "工程师", "操作工"]),
        (ListingSubject.Logistics, ["运输", "物流", "货车", "拼车", "专线", "仓储", "仓库"]),
        (ListingSubject.Technology, ["技术攻关", "工艺改进", "联合研发", "研发合作", "专利", "技术难题"]),
        (ListingSubject.Service, ["检测", "检验", "维修", "咨询", "培训", "设计服务", "认证服务"]),
        (ListingSubject.Capacity, ["产能", "代工", "外协", "代加工", "承接", "空闲设备", "闲置设备", "设备空闲"]),
        (ListingSubject.ByProduct, ["废", "边角料", "下脚料", "铝灰", "炉渣", "铝屑", "副产"]),
    ];

    /// <summary>What was read, for a person to confirm; null when the text says nothing.</summary>
    public async Task<Reading?> ReadAsync(string text, CancellationToken cancellation)
    {
        var said = ContactMask.Hide(ChatHead().Replace(text, " ").Trim());
        if (said.Length == 0) return null;
        var home = actor.OrganisationId is { } own && await firms.FindAsync(own, cancellation) is { RegionCode: { } region } ? region : "500000";
        var read = await model.FillAsync(said, rules.Read(said, home, ChinaTime.Today(clock.GetUtcNow().UtcDateTime)), cancellation);
        return new(said, read, FormOf(said, read));
    }

    /// <param name="Text">Without the chat's heads, and without telephone numbers.</param>
    /// <param name="Read">What was understood.</param>
    /// <param name="Form">The same as fields.</param>
    public sealed record Reading(string Text, ReadSentence Read, ListingForm Form);

    private static ListingForm FormOf(string said, ReadSentence read)
    {
        var title = said.ReplaceLineEndings(" ").Split(['。', '！', '!', ';', '；'], StringSplitOptions.TrimEntries)[0];
        var isShort = title.Length <= ListingForm.TitleLimit;
        return new()
        {
            Kind = read.Side == MatchKind.Supply ? ListingKind.Supply : ListingKind.Demand,
            Subject = SubjectOf(said),
            WasteCode = Code().Match(said) is { Success: true } code && WasteCode.TryParse(code.Value, out var waste, out _) ? waste.Text : null,
            Title = isShort && title.Length > 1 ? title : said[..Math.Min(said.Length, ListingForm.TitleLimit)],
            Text = said.Length > title.Length + 1 || !isShort ? said : null,
            Product = read.Product is { Length: <= ListingForm.ProductLimit } product && ListingForm.SaysSomething(product) ? product : null,
            Quantity = read.Quantity,
            Unit = read.Unit is { Length: <= ListingForm.UnitLimit } unit ? unit : null,
            Price = read.Price is { } price ? decimal.Round(price, 4) : null,
            Certificates = read.Certificates.Count == 0 ? null : string.Join('；', read.Certificates),
            Region = read.RegionCode is { } place ? Region.Find(place)?.Current.Name : null,
            ValidUntil = read.Until,
        };
    }

    private static ListingSubject SubjectOf(string said)
    {
        foreach (var (subject, words) in Subjects)
            if (words.Any(w => said.Contains(w, StringComparison.Ordinal))) return subject;
        return ListingSubject.Product;
    }

    /// <summary>"张三 10:22", "[群昵称] 2026-11-23 10:22:05": whose message it was is no part of it.</summary>
    [GeneratedRegex(@"(?m)^\s*(\[[^\]\n]{1,20}\]|@?[^\s:：，,。]{1,12})?\s*(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s*)?\d{1,2}:\d{2}(:\d{2})?\s*$|@所有人|@[^\s@]{1,12}\s")]
    private static partial Regex ChatHead();

    [GeneratedRegex(@"(?<!\d)\d{3}-\d{3}-(\d{2}|[sS]\d{2})(?!\d)")]
    private static partial Regex Code();
}
