using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Settings;

/// <summary>Every setting with what holds now.</summary>
public sealed class ListSettings(UseCaseContext context, SettingValues values) : MemoryQuery<ListFilter, ListSettings.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "类别")] public string Group { get; init; } = "";
        [Display(Name = "设置")] public string Title { get; init; } = "";
        [Display(Name = "现为")] public string Words { get; init; } = "";
        [Display(Name = "默认")] public string DefaultWords { get; init; } = "";
        [Display(Name = "说明")] public string Help { get; init; } = "";
        [Display(Name = "编号")] public string Key { get; init; } = "";
        public int Value { get; init; }
        public int Default { get; init; }
        public int Least { get; init; }
        public int Most { get; init; }
        public string Unit { get; init; } = "";

        /// <summary>Null while nobody set it.</summary>
        public Guid? Version { get; init; }
    }

    public override Access Access => Access.Needs(SettingsCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>> { ["group"] = r => r.Id };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(ListFilter filter, CancellationToken cancellation)
    {
        var set = await Db.Set<SettingRow>().AsNoTracking().ToDictionaryAsync(r => r.Key, cancellation);
        return [.. Catalogue.Settings.Select((setting, place) =>
        {
            var row = set.GetValueOrDefault(setting.Key);
            var value = row?.Value ?? values.DefaultOf(setting);
            return new Row
            {
                Id = Place(place), Key = setting.Key, Group = setting.Group, Title = setting.Title, Help = setting.Help, Unit = setting.Unit,
                Value = value, Words = setting.Words(value), Default = values.DefaultOf(setting), DefaultWords = setting.Words(values.DefaultOf(setting)),
                Least = setting.Least, Most = setting.Most, Version = row?.Version,
            };
        }).Where(row => filter.Query is not { } words || row.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Group.Contains(words, StringComparison.OrdinalIgnoreCase) || row.Help.Contains(words, StringComparison.OrdinalIgnoreCase))];
    }
}
