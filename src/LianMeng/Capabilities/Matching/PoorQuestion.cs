using LianMeng.Engine.Matching;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Matching;

/// <summary>没有好结果的查找: what was asked for in a district and nobody answered directly, and how often. Neither who asked, nor for which firm, nor the sentence.</summary>
public sealed class PoorQuestion : IDistrictOwned, IBookkeeping
{
    public const int TextLimit = 60, MostOfDistrict = 1000;

    private PoorQuestion() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public MatchKind Kind { get; private set; }

    /// <summary>The products that the sentence was understood to ask for.</summary>
    public string Text { get; private set; } = "";
    public int Count { get; private set; }

    /// <summary>In China.</summary>
    public DateOnly LastDay { get; private set; }

    public static PoorQuestion Of(Guid districtId, MatchKind kind, string text) => new() { Id = Guid.CreateVersion7(), DistrictId = districtId, Kind = kind, Text = text };

    public void Ask(int times, DateOnly day) => (Count, LastDay) = (Count + times, day > LastDay ? day : LastDay);
}
