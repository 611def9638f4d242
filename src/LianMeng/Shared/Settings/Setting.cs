namespace LianMeng.Shared.Settings;

/// <summary>
/// Something an administrator may set while the program runs: a whole number, or a switch. Declared once, by the capability
/// that reads it (<c>Capability.Settings</c>); the program's own configuration is for what must be known before it runs.
/// </summary>
/// <param name="Key">letters and colons; <c>Settings:{Key}</c> in the configuration gives another default</param>
/// <param name="Group">what the page groups it under</param>
/// <param name="Unit">what the number counts, such as 天; empty for a switch (0 or 1)</param>
public sealed record Setting(string Key, string Group, string Title, string Help, string Unit, int Default, int Least, int Most)
{
    public const int KeyLimit = 60;

    public static Setting Switch(string key, string group, string title, string help, bool on = false) => new(key, group, title, help, "", on ? 1 : 0, 0, 1);

    public bool IsSwitch => Unit.Length == 0;

    /// <summary>A value in words.</summary>
    public string Words(int value) => IsSwitch ? value == 0 ? "关" : "开" : $"{value} {Unit}";

    /// <returns>what is wrong with a value, or null</returns>
    public string? Problem(int? value)
        => value is { } number && number >= Least && number <= Most ? null
            : IsSwitch ? "请选“开”或“关”。" : $"应为 {Least}–{Most} 之间的整数（{Unit}）。";
}
