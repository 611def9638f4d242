using System.ComponentModel.DataAnnotations;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Settings;

/// <summary>Sets one setting; it holds on every node within a second.</summary>
public sealed class ChangeSetting(UseCaseContext context, SettingValues values) : Command<ChangeSetting.Input, string>(context)
{
    public sealed class Input
    {
        [Display(Name = "编号"), Required, StringLength(Setting.KeyLimit)]
        public string? Key { get; set; }

        [Display(Name = "新的值"), Required]
        public int? Value { get; set; }

        public Guid? Version { get; set; }
    }

    public override Access Access => Access.Needs(SettingsCapability.Manage);

    protected override Outcome<string> OnDuplicate() => Outcome<string>.Conflict();

    protected override async Task<Outcome<string>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Catalogue.Settings.FirstOrDefault(s => s.Key == input.Key) is not { } setting) return Outcome<string>.NotFound("没有这项设置。");
        if (setting.Problem(input.Value) is { } problem) return Outcome<string>.Invalid("value", problem);

        var row = await Db.Set<SettingRow>().FirstOrDefaultAsync(r => r.Key == setting.Key, cancellation);
        var before = row?.Value ?? values.DefaultOf(setting);
        if (before == input.Value) return Outcome<string>.Done(setting.Key);
        // A form that was drawn before the setting had a row cannot name its version: somebody else was first.
        if (row is null) Db.Add(row = SettingRow.Of(setting));
        else Expect(row, input.Version);
        row.Set(input.Value!.Value);
        Record(new SettingChanged(setting.Key, setting.Title, setting.Words(before), setting.Words(row.Value)));
        return Outcome<string>.Done(setting.Key);
    }
}
