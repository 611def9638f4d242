using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A file of lines, each for the organisation of the register that it names: products, qualifications, contacts, sites.</summary>
public abstract class FirmLinesFile<TDetails>(FileStore storage, FirmDirectory firms, Actor actor) : ImportSource<FirmLinesFile<TDetails>.Stated>(storage)
    where TDetails : class
{
    /// <param name="Key">what makes two lines of one organisation the same</param>
    public sealed record Stated(FirmDirectory.Row Firm, TDetails Details, string Key);

    /// <summary>The first column of every such file.</summary>
    protected static ImportColumn FirmColumn { get; } = new("firm", "企业")
    {
        Aliases = ["企业名称", "单位名称", "公司名称", "单位", "名称", "统一社会信用代码", "企业名称或代码", "企业名称或统一社会信用代码"], MaxLength = 120, Width = 34,
        Note = "名称（曾用名也可以）或统一社会信用代码，须在名册中；企业导入本企业的可空着。",
    };

    protected sealed override ImportSchema Columns => ImportedKind.Schema;

    /// <summary>What is imported.</summary>
    protected abstract ImportKind ImportedKind { get; }

    /// <summary>What the row states of its organisation, or null and a rejection.</summary>
    protected abstract TDetails? Read(ImportRow row);

    protected abstract string KeyOf(TDetails details);

    /// <summary>The column where a repetition is said.</summary>
    protected abstract string TwinColumn { get; }

    protected sealed override (string Key, string Column, string Reason) TwinOf(Stated details) => ($"{details.Firm.Id}|{details.Key}", TwinColumn, "同一单位，同一项");

    protected sealed override async Task<IReadOnlyList<Stated?>> CheckAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var onlyOwn = !actor.May(OrganisationsCapability.Change);
        var mine = onlyOwn && actor.OrganisationId is { } id ? await firms.FindAsync(id, cancellation) : null;
        var named = await firms.NamedAsync(actor.WriteDistrict, rows.Select(r => r.Text("firm")).OfType<string>(), cancellation);
        return [.. rows.Select(row =>
        {
            var firm = onlyOwn ? Own(row, mine, named) : Named(row, named);
            var details = Read(row);
            return firm is null || details is null || row.IsRejected ? null : new Stated(firm, details, KeyOf(details));
        })];
    }

    /// <summary>A form's problems stand beside their columns.</summary>
    protected static void Reject(ImportRow row, IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, problems) in errors)
        {
            if (row.IsRejectedFor(field)) continue;
            foreach (var problem in problems) row.Reject(field, problem);
        }
    }

    /// <summary>One of the choices, by its words.</summary>
    protected static T? Choice<T>(ImportRow row, string key, IReadOnlyDictionary<string, T>? otherWords = null) where T : struct, Enum
    {
        if (row.Text(key) is not { } text) return null;
        foreach (var choice in Enum.GetValues<T>())
            if (text == ListExport.Words(choice) || text.Equals(choice.ToString(), StringComparison.OrdinalIgnoreCase)) return choice;
        if (otherWords?.TryGetValue(text, out var other) == true) return other;
        row.Reject(key, $"不认识“{ImportText.Shorten(text, 20)}”，请填{string.Join("、", Enum.GetValues<T>().Select(v => ListExport.Words(v)))}中的一个。");
        return null;
    }

    private static FirmDirectory.Row? Named(ImportRow row, ILookup<string, FirmDirectory.Row> named)
    {
        if (row.Text("firm") is not { } text)
        {
            if (!row.IsRejectedFor("firm")) row.Reject("firm", "请填写企业的名称或统一社会信用代码。");
            return null;
        }

        var found = named[text].ToList();
        if (found.Count == 1) return found[0];
        row.Reject("firm", found.Count > 1 ? $"名册里有 {found.Count} 家叫这个名称，请改填统一社会信用代码。" : "本区县名册里没有这家单位。请核对全称或统一社会信用代码；新单位请先登记到名册，再导入这一行。");
        return null;
    }

    private static FirmDirectory.Row? Own(ImportRow row, FirmDirectory.Row? mine, ILookup<string, FirmDirectory.Row> named)
    {
        if (mine is null) row.Reject("firm", "贵企业不在名册中，不能导入；请联系联盟书记。");
        else if (row.Text("firm") is { } text && named[text].All(firm => firm.Id != mine.Id)) row.Reject("firm", $"只能导入本企业的；请改为“{mine.Name}”或空着。");
        return mine;
    }
}
