using LianMeng.Shared.Scope;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Secrets;

/// <summary>A key of the framework's Data Protection (cookies, tokens, forms), sealed: the database alone opens no session.</summary>
public sealed class ProtectionKey : ICityWide
{
    public const string Purpose = "data-protection";

    private ProtectionKey() { }

    /// <summary>1, 2, 3 …: of two nodes that make the next one at the same time, one wins.</summary>
    public int Number { get; private set; }

    /// <summary>The key's XML element, sealed.</summary>
    public string Xml { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>UTC; from then on it protects.</summary>
    public DateTime ActiveFrom { get; private set; }

    /// <summary>UTC; from then on it only opens.</summary>
    public DateTime Expires { get; private set; }

    public static ProtectionKey Of(int number, string sealedXml, DateTime now, DateTime activeFrom, DateTime expires)
        => new() { Number = number, Xml = sealedXml, CreatedAt = now, ActiveFrom = activeFrom, Expires = expires };

    public void Reseal(string sealedXml) => Xml = sealedXml;
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> entity)
    {
        entity.ToTable("ProtectionKey");
        entity.HasKey(e => e.Number);
        entity.Property(e => e.Number).ValueGeneratedNever();
    }
}
