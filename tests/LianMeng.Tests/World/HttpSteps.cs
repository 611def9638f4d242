using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LianMeng.Shared.UseCases;

namespace LianMeng.Tests.World;

/// <summary>What a person does in a browser: open a page, fill a form, send it with its hidden fields.</summary>
public static partial class HttpSteps
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(url);
        Assert.True(expected == answer.StatusCode, $"{url} → {(int)answer.StatusCode}");
        return await answer.ReadPageAsync();
    }

    public static async Task<HttpStatusCode> StatusAsync(this HttpClient client, string url)
    {
        using var answer = await client.GetAsync(url);
        return answer.StatusCode;
    }

    /// <summary>What an answer says, of a workbook all that is written in it.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != ListExport.ContentType) return await answer.Content.ReadAsStringAsync();
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        foreach (var part in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal))) text.Append(await new StreamReader(part.Open()).ReadToEndAsync());
        return text.ToString();
    }

    /// <summary>The text without ids and tokens: a price of a few digits that is sought in vain may stand in an id by chance.</summary>
    public static string WithoutIds(this string text) => IdOrToken().Replace(text, "");

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[A-Za-z0-9_+/=-]{40,}")]
    private static partial Regex IdOrToken();

    /// <summary>What a use case gave; the test fails with its message where it gave nothing.</summary>
    public static T Must<T>(this Outcome<T> outcome)
    {
        Assert.True(outcome.IsDone, string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message)));
        return outcome.Value!;
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer)
        => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public static IHtmlFormElement Form(this IHtmlDocument page, string formName)
        => page.Forms.FirstOrDefault(f => HandlerOf(f) == formName) ?? throw new InvalidOperationException(
            $"No form {formName}; there are: {string.Join(", ", page.Forms.Select(f => HandlerOf(f) ?? f.GetAttribute("action")))}");

    /// <summary>The Blazor name of a form, from its hidden field.</summary>
    public static string? HandlerOf(IHtmlFormElement form) => form.QuerySelector("input[name=_handler]")?.GetAttribute("value");

    /// <summary>The forms of a page that a walk over all pages posts: of the rows of a list one, and none after which the walker could not go on, being signed out or without a post.</summary>
    public static IEnumerable<IHtmlFormElement> WalkedForms(this IHtmlDocument page, string url)
        => page.Forms.Where(f => f.Method == "post" && HandlerOf(f) is { } name && !name.Contains("sign-out", StringComparison.Ordinal) && !name.Contains("everywhere", StringComparison.Ordinal) && !(url == "/people" && name.StartsWith("end-", StringComparison.Ordinal)))
            .DistinctBy(f => Regex.Replace(HandlerOf(f)!, "[0-9a-f-]{36}", ""));

    /// <summary>Every field that a browser would send, as the page shows it.</summary>
    public static Dictionary<string, string> FieldsOf(this IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "button" or "file") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    fields[input.Name!] = input.Value;
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields[area.Name!] = area.Value;
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    fields[select.Name!] = select.Value ?? "";
                    break;
            }
        }

        return fields;
    }

    /// <param name="url">the page's own address: a form without an action posts there</param>
    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string url, IHtmlDocument page, string formName, Dictionary<string, string>? typed = null)
    {
        var form = page.Form(formName);
        var fields = form.FieldsOf();
        foreach (var (name, value) in typed ?? []) fields[name] = value;
        return client.PostFormAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : url, fields);
    }

    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new StringContent(string.Join('&', fields.Select(f => $"{Encode(f.Key)}={Encode(f.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded");
        return await client.PostAsync(url, content);
    }

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string url, byte[] content, string fileName, IEnumerable<KeyValuePair<string, string>>? fields = null, string? key = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields ?? []) form.Add(new StringContent(value), name);
        using var file = new ByteArrayContent(content);
        form.Add(file, "file", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = form };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>Percent-encoding that also takes what is no proper text (lone surrogates become U+FFFD as in a browser) and long values.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b)) encoded.Append((char)b);
            else encoded.Append('%').Append(b.ToString("X2"));
        }

        return encoded.ToString();
    }

    /// <summary>Posts what must be taken, and gives what came back.</summary>
    public static async Task<System.Text.Json.JsonElement> CreateAsync(this HttpClient api, string address, object body)
    {
        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(api, address, body);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, $"{address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<System.Text.Json.JsonElement>(answer.Content);
    }
}
