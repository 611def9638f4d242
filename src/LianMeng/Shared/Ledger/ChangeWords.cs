namespace LianMeng.Shared.Ledger;

/// <summary>One field before and after, as people read it.</summary>
internal static class ChangeWords
{
    public static string Of(FieldChange change) => (change.Before, change.After) switch
    {
        (null, null) => $"{change.Field}：已更改",
        (null or "", var after) => $"{change.Field}：填写为“{after}”",
        (var before, null or "") => $"{change.Field}：原为“{before}”，已清空",
        var (before, after) => $"{change.Field}：由“{before}”改为“{after}”",
    };
}
