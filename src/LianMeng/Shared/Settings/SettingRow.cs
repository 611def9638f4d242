using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LianMeng.Shared.Settings;

/// <summary>What an administrator set. A setting without a row has its default.</summary>
public sealed class SettingRow : ICityWide, IVersioned
{
    /// <summary>The one subject of every fact about settings: nodes that see it read the rows again.</summary>
    public static readonly Guid SubjectId = new("00000000-0000-7000-8000-000000000002");

    private SettingRow() { }

    public string Key { get; private set; } = "";
    public Guid Version { get; private set; }
    public int Value { get; private set; }

    public static SettingRow Of(Setting setting) => new() { Key = setting.Key, Value = setting.Default };

    public void Set(int value) => Value = value;
}

internal sealed class SettingRowMapping : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> entity)
    {
        entity.ToTable("Setting");
        entity.HasKey(e => e.Key);
        entity.Property(e => e.Key).HasMaxLength(Setting.KeyLimit);
    }
}
