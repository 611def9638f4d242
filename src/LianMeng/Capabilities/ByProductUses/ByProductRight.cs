using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>A hazardous code that a receiver may take: by a permit, or under a recorded exemption.</summary>
public sealed class ByProductRight : IDistrictOwned
{
    private ByProductRight() { }

    public Guid Id { get; private set; }
    public Guid ByProductUseId { get; private set; }
    public Guid DistrictId { get; private set; }
    public HazardousRightKind Basis { get; private set; }

    /// <summary>As the national list writes it: 321-024-48.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Number of the permit or of the record.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Point to point: only from this firm; null from anybody.</summary>
    public Guid? OnlyFromId { get; private set; }

    /// <summary>Last day it holds; null without end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    internal static ByProductRight Of(ByProductUse use, HazardousRightKind basis, string code, string evidence, Guid? onlyFrom, DateOnly? until)
        => new() { Id = Guid.CreateVersion7(), ByProductUseId = use.Id, DistrictId = use.DistrictId, Basis = basis, Code = code, Evidence = evidence, OnlyFromId = onlyFrom, ValidUntil = until };

    internal void BeFrom(Guid supplier) => OnlyFromId = supplier;
}
