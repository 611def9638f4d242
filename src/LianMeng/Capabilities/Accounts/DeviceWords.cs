namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// What a browser says of itself, in words that a person knows their device by: "Chrome · Windows". Anybody can send anything
/// there: nothing but these words is ever shown, and nothing depends on them.
/// </summary>
public static class DeviceWords
{
    private const int Read = 400;

    // The first that fits: every browser names those before it as well.
    private static readonly (string Mark, string Words)[] Programs =
    [
        ("wxwork", "企业微信"), ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Lark", "飞书"), ("Feishu", "飞书"),
        ("Edg", "Edge"), ("HuaweiBrowser", "华为浏览器"), ("MiuiBrowser", "小米浏览器"), ("QQBrowser", "QQ 浏览器"), ("UCBrowser", "UC 浏览器"),
        ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"),
        ("curl", "curl"), ("python", "Python 程序"), ("Java", "Java 程序"), ("okhttp", "安卓程序"),
    ];

    private static readonly (string Mark, string Words)[] Systems =
    [
        ("OpenHarmony", "鸿蒙"), ("HarmonyOS", "鸿蒙"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent)) return "未知设备";
        var text = userAgent.AsSpan(0, Math.Min(userAgent.Length, Read));
        return (Find(Programs, text), Find(Systems, text)) switch
        {
            (null, null) => "未知设备",
            (var program, null) => program,
            (null, var system) => system,
            var (program, system) => $"{program} · {system}",
        };
    }

    private static string? Find((string Mark, string Words)[] known, ReadOnlySpan<char> text)
    {
        foreach (var (mark, words) in known)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase)) return words;
        }

        return null;
    }
}
