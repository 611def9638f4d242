using System.Text.RegularExpressions;

namespace LianMeng.Capabilities.Listings;

/// <summary>Takes telephone numbers, mail addresses and chat names out of a text that goes beyond the district.</summary>
internal static partial class ContactMask
{
    public static string Hide(string text) => Account().Replace(Phone().Replace(Mail().Replace(text, "（邮箱略）"), "（电话略）"), "${name}（略）");

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();

    // A mobile number, also in groups; a line with its area code; 400 and 800 numbers. Full-width digits too.
    [GeneratedRegex(@"(?<![0-9０-９A-Za-z])((\+?86[- ]?)?[1１][3-9３-９]([- ]?[0-9０-９]){9}|[0０][0-9０-９]{2,3}[-—－ ]?[0-9０-９]{7,8}|[48]00([- ]?[0-9]){7})(?![0-9０-９])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<name>微信号?|VX|WX|QQ)\s*[:：]?\s*[A-Za-z0-9_-]{5,20}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Account();
}
