using System.Text.Json.Serialization;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>A listing was written down; <paramref name="State"/> says whether it is open or still a draft.</summary>
public sealed record ListingPosted(Guid ListingId, Guid? OrganisationId, ListingKind Side, ListingState State) : Fact
{
    public override IReadOnlyList<Guid> Subjects => OrganisationId is { } firm ? [ListingId, firm] : [ListingId];

    /// <summary>From now on it can be answered.</summary>
    [JsonIgnore]
    public bool Opens => State == ListingState.Open;

    public override string Words => $"发布供需信息：{ListExport.Words(Side)}{(State == ListingState.Draft ? "，先存草稿" : "")}";
}

/// <summary>A listing changed, field by field; of the price only that it did.</summary>
public sealed record ListingChanged(Guid ListingId, IReadOnlyList<FieldChange> Changes) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ListingId];
    public override string Words => "修改供需信息";
    public override IReadOnlyList<FieldChange> Details => Changes;
}

/// <summary>A listing went from one state to another.</summary>
public sealed record ListingMoved(Guid ListingId, Guid? OrganisationId, ListingState From, ListingState To, string? Reason) : Fact
{
    public override IReadOnlyList<Guid> Subjects => OrganisationId is { } firm ? [ListingId, firm] : [ListingId];

    /// <inheritdoc cref="ListingPosted.Opens"/>
    [JsonIgnore]
    public bool Opens => To == ListingState.Open;

    public override string Words => $"供需信息状态：{ListExport.Words(From)} → {ListExport.Words(To)}{(Reason is null ? "" : $"（{Reason}）")}";
}

/// <summary>A listing got another term.</summary>
public sealed record ListingRenewed(Guid ListingId, ListingState From, DateOnly ValidUntil) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [ListingId];

    /// <inheritdoc cref="ListingPosted.Opens"/>
    [JsonIgnore]
    public bool Opens => From == ListingState.Expired;

    public override string Words => $"供需信息续期：至 {ValidUntil:yyyy-MM-dd}";
}

/// <summary>A file of listings was taken over: the file by its hash, and what came of its rows.</summary>
public sealed record ListingsImported(string FileHash, int New, int Same, int Rejected) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"导入供需信息：新增 {New}，已有 {Same}，退回 {Rejected}";
}
