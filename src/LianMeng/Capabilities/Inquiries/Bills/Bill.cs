using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Inquiries.Bills;

/// <summary>物料清单: what a firm has to buy, line by line. Nobody outside the firm reads it.</summary>
public sealed class Bill : IDistrictOwned, IVersioned
{
    public const int NameLimit = 100, MostLines = 500, MostBills = 200;

    private readonly List<BillLine> lines = [];

    private Bill() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Of the file that it came from: the same file again makes no second bill.</summary>
    public string? FileHash { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Counts what was done: two who change lines at once meet in it, whatever their clocks say.</summary>
    public int Turn { get; private set; }

    public IReadOnlyList<BillLine> Lines => lines;

    public static Bill Make(Guid districtId, Guid organisation, string name, string? fileHash, DateTime now)
        => new() { Id = Guid.CreateVersion7(), DistrictId = districtId, OrganisationId = organisation, Name = name, FileHash = fileHash, CreatedAt = now, UpdatedAt = now };

    public void Rename(string name, DateTime now)
    {
        Name = name;
        Touch(now);
    }

    /// <returns>the line, or why it cannot be added</returns>
    public (BillLine? Line, string? Problem) Add(BillGoods goods, DateTime now)
    {
        if (lines.Count >= MostLines) return (null, $"一份清单最多 {MostLines} 行；请另建一份。");
        if (Twin(goods, null) is { } twin) return (null, twin);
        var line = BillLine.Of(this, lines.Count == 0 ? 1 : lines.Max(l => l.Place) + 1, goods);
        lines.Add(line);
        Touch(now);
        return (line, null);
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Change(BillLine line, BillGoods goods, DateTime now)
    {
        if (Twin(goods, line) is { } twin) return twin;
        line.Say(goods);
        Touch(now);
        return null;
    }

    public void Remove(BillLine line, DateTime now)
    {
        lines.Remove(line);
        Touch(now);
    }

    /// <summary>Its firm turned out to be another entry of the register.</summary>
    internal void BeOf(Guid organisation) => OrganisationId = organisation;

    private string? Twin(BillGoods goods, BillLine? but)
        => lines.Find(l => l != but && l.Goods.Key == goods.Key) is { } twin ? $"与第 {twin.Place} 行相同（产品、规格、单位、日期和交货地都一样）；请在那一行改数量。" : null;

    private void Touch(DateTime now)
    {
        UpdatedAt = now;
        Turn++;
    }
}
