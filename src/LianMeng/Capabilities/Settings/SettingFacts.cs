using LianMeng.Shared.Ledger;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Settings;

public sealed record SettingChanged(string Key, string Title, string Before, string After) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [SettingRow.SubjectId];
    public override string Words => "修改设置";
    public override IReadOnlyList<FieldChange> Details => [new(Title, Before, After)];
}
