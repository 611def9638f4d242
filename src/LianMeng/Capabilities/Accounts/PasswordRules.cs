namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// NIST SP 800-63B and ASVS 5.0: length counts, composition rules do not; what everybody guesses first is refused.
/// 15 characters or more are advised, 8 are the least.
/// </summary>
public static class PasswordRules
{
    public const int Least = 8;
    public const int Most = 200;
    public const string Advice = "建议 15 个字符以上，可用一句好记的话；至少 8 个字符。";

    // The heads of the published lists of leaked passwords, with the Chinese favourites; compared without case and digits at the end.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou", "princess", "sunshine", "football", "baseball", "superman", "batman",
        "welcome", "letmein", "trustno", "dragon", "monkey", "master", "shadow", "michael", "charlie", "whatever", "starwars", "computer",
        "internet", "qwerty", "qwertyui", "qwertyuiop", "asdfghjkl", "asdfgh", "zxcvbnm", "1qaz2wsx", "1q2w3e4r", "1q2w3e4r5t", "qazwsx", "qazwsxedc",
        "q1w2e3r4", "zaq12wsx", "admin", "administrator", "root", "guest", "test", "testtest", "changeme", "default", "secret", "login",
        "woaini", "woaiwojia", "woaini1314", "wodemima", "mima", "woshishui", "zhongguo", "beijing", "shanghai", "chongqing", "tongliang",
        "jiulongpo", "lianmeng", "secretary", "officer", "manager", "auditor", "alliance", "enterprise", "purchasing", "personnel", "shuji", "zhuanyuan", "lianluoyuan",
        "aini1314", "iloveyou1314", "5201314", "1314520", "5211314", "a5201314", "aa123456", "a123456", "a1234567", "a12345678",
        "a123456789", "abc123", "abc12345", "abcd1234", "abcd12345", "abc123456", "qq123456", "wang123", "zhang123", "li123456", "asd123", "asd123456",
        "admin123", "admin888", "root1234", "pass1234", "pass@123", "p@ss1234", "test1234", "qwer1234", "qwe123456", "1234qwer", "123qwe", "123qweasd", "1a2b3c4d",
    };

    /// <summary>What is wrong with it, or null.</summary>
    public static string? Problem(string password, string userName)
    {
        if (password.Length < Least) return $"密码至少 {Least} 个字符。{Advice}";
        if (password.Length > Most) return $"密码最多 {Most} 个字符。";
        if (password.Distinct().Count() < 4) return "密码里不同的字符太少，容易被猜到，请换一个。";
        if (IsRun(password)) return "密码是连续的数字或字母，容易被猜到，请换一个。";
        if (Common.Contains(password) || Common.Contains(password.TrimEnd("0123456789!@#.".ToCharArray())))
            return "这个密码太常见，是最先被猜的一批，请换一个。";
        if (userName.Contains(password, StringComparison.OrdinalIgnoreCase)) return "密码是用户名的一部分，容易被猜到，请换一个。";
        if (userName.Length >= 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) && password.Length < userName.Length + 6)
            return "密码里主要是用户名，容易被猜到，请换一个。";
        return null;
    }

    private static bool IsRun(string password)
    {
        var steps = password.Zip(password.Skip(1), (a, b) => b - a).ToList();
        return steps.TrueForAll(s => s == 1) || steps.TrueForAll(s => s == -1) || steps.Count(s => s is 1 or -9) == steps.Count;
    }
}
