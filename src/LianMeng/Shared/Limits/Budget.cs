using LianMeng.Shared.Settings;

namespace LianMeng.Shared.Limits;

/// <summary>How often one person, or before sign-in one address, may do something on one node.</summary>
/// <param name="Most">times in a window</param>
public sealed record Budget(Setting Most, TimeSpan Window, string What)
{
    private const string Group = "访问频率";

    public static readonly Budget Requests = new(
        new("Limits:Requests", Group, "每分钟请求", "一个人（未登录时一个网络地址）每分钟最多打开多少个页面或接口；图片和样式不计。", "次", 1200, 60, 1_000_000), TimeSpan.FromMinutes(1), "打开页面或调用接口");

    public static readonly Budget SignIns = new(
        new("Limits:SignIns", Group, "每分钟登录尝试", "一个网络地址每分钟最多尝试登录多少次，无论用哪个账号。单位共用一个出口地址时要留余量。", "次", 60, 5, 1_000_000), TimeSpan.FromMinutes(1), "尝试登录");

    public static readonly Budget Matches = new(
        new("Limits:Matches", Group, "每分钟匹配", "一个人每分钟最多查找多少次匹配。", "次", 120, 10, 1_000_000), TimeSpan.FromMinutes(1), "查找匹配");

    public static readonly Budget Imports = new(
        new("Limits:Imports", Group, "每小时导入", "一个人每小时最多上传多少份导入文件。", "次", 60, 1, 1_000_000), TimeSpan.FromHours(1), "上传导入文件");

    public static readonly Budget Exports = new(
        new("Limits:Exports", Group, "每小时导出", "一个人每小时最多导出多少份表格。", "次", 120, 1, 1_000_000), TimeSpan.FromHours(1), "导出表格");

    public static IReadOnlyList<Budget> All { get; } = [Requests, SignIns, Matches, Imports, Exports];

    public string Refusal(int most, TimeSpan wait)
        => $"{What}太频繁：每{(Window.TotalHours >= 1 ? "小时" : "分钟")}最多 {most} 次。请 {Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} 秒后再试；确有需要时请系统管理员在“设置”中放宽。";
}
