using System.Net;
using System.Text.RegularExpressions;

namespace LianMeng.Bench;

/// <summary>A browser's share of the work, kept small: one person's cookie, sent with every request; nothing is unpacked or followed.</summary>
sealed partial class SignedInClient : IDisposable
{
    private readonly HttpClient http;

    private SignedInClient(HttpClient http) => this.http = http;

    /// <summary>Signs in by the form, as a person does.</summary>
    public static async Task<SignedInClient> SignInAsync(Uri address, string userName, string password)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        // the page has a second form, for those who were invited
        var form = (await browser.GetStringAsync("/sign-in")).Split("<form").Single(f => f.Contains("name=\"password\"", StringComparison.Ordinal));
        var fields = HiddenField().Matches(form).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);
        fields["userName"] = userName;
        fields["password"] = password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync("/sign-in", content);
        var header = cookies.GetCookieHeader(address);
        if (!header.Contains("lianmeng=", StringComparison.Ordinal)) throw new InvalidOperationException($"sign-in was answered with {(int)answer.StatusCode} and no cookie");

        var small = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        small.DefaultRequestHeaders.Add("Cookie", header);
        return new(small);
    }

    /// <summary>The body as it came over the wire; any status but 200 ends the measurement.</summary>
    public async Task<byte[]> GetAsync(string path, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}
