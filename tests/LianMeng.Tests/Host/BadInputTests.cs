using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LianMeng.Host;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;

namespace LianMeng.Tests.Host;

/// <summary>Promise 11: whatever comes in, the answer is a clear word and never a broken page.</summary>
[Trait("Promise", "11")]
public sealed class BadInputTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly string[] Jsons =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999999999", "0.00001", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00甲\"", "[]", "[null]", "{}", "[[[[]]]]", "{\"a\":{\"b\":[]}}", "\"0001-01-01\"", "\"9999-12-31T23:59:59Z\"", "\"‮甲\"", "\"👍🏽\"",
        "\"" + new string('x', 100_000) + "\"", "\"<script>alert(1)</script>\"",
    ];

    private static readonly string[] Bodies =
    [
        "", " ", "{", "}", "[]", "null", "1", "\"x\"", "{\"name\":", "{\"name\":\"a\",\"name\":\"b\"}", "{'name':'a'}", "{\"name\":\"a\",}", "{\"\\ud800\":1}", "﻿{}", "{\"name\":\"a\"}{\"name\":\"b\"}", "<xml/>", "name=a", "\0\0\0",
    ];

    [WorldFact]
    public async Task Every_value_of_every_field_of_the_interface()
    {
        var sent = new AnswerTally();
        using var admin = await world.ApiAsync(world.Known.Admin);
        using var secretary = await world.ApiAsync(world.Known.Secretary);
        foreach (var route in Endpoints.Walked(world.Services).Where(r => r.RunsCommand && !r.Pattern.Contains("/imports/", StringComparison.Ordinal) && !r.Pattern.Contains("sign-out", StringComparison.Ordinal)))
        {
            var client = Catalogue.AccessOf(route.UseCase!).Allows(await world.ActorAsync(world.Known.Secretary)) ? secretary : admin;
            foreach (var property in UseCaseTests.InputOf(route.UseCase!).GetProperties().Where(p => p.CanWrite))
            {
                foreach (var value in OddValues.Of(route + property.Name, Jsons, OddValues.Texts.Where((t, i) => i % 2 == 0 && !t.Any(char.IsSurrogate)).Select(t => JsonSerializer.Serialize(t))))
                {
                    var body = Valid(route).ToDictionary(p => p.Key, p => p.Value?.ToJsonString() ?? "null");
                    body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value;
                    await SendAsync(client, route, "{" + string.Join(',', body.Select(b => $"\"{b.Key}\":{b.Value}")) + "}", "application/json", sent);
                }
            }

            foreach (var body in Bodies) await SendAsync(client, route, body, "application/json", sent);
            foreach (var type in new[] { "text/plain", "application/xml", "multipart/form-data", "application/json; charset=utf-16" }) await SendAsync(client, route, "{}", type, sent);
            await SendAsync(client, route, new string('[', 5_000), "application/json", sent);
        }

        sent.Say("fields of the interface");
    }

    [WorldFact]
    public async Task Every_value_of_every_question()
    {
        var sent = new AnswerTally();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin })
        {
            using var api = await world.ApiAsync(person);
            using var browser = await world.BrowserAsync(person);
            foreach (var route in Endpoints.Walked(world.Services).Where(r => !r.IsUnsafe && (r.UseCase ?? r.Page) is not null))
            {
                // whoever may look at it tries it, once
                using (var opened = await (route.Page is null ? api : browser).GetAsync(route.Own(world.Known)))
                {
                    if (opened.StatusCode == HttpStatusCode.Forbidden || !done.Add(route.Pattern)) continue;
                }

                var fields = route.UseCase is { } useCase ? UseCaseTests.InputOf(useCase).GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToArray() : ["query", "text", "page", "sort", "kind", "returnUrl", "notice"];
                foreach (var field in fields)
                {
                    foreach (var value in OddValues.Of(route + field, route.Page is null ? OddValues.Texts : OddValues.Texts.Where((_, i) => i % 3 == 0)))
                    {
                        var address = $"{route.Own(world.Known)}?{field}={HttpSteps.Encode(value)}{(field != "text" && route.Pattern.EndsWith("match", StringComparison.Ordinal) ? "&text=铝锭" : "")}";
                        using var answer = await (route.Page is null ? api : browser).GetAsync(address);
                        await sent.AddAsync(answer, address);
                    }
                }

                foreach (var odd in new[] { "?page=1&page=2&query=a&query=b", "?=&&==", "?query[]=a&query[0]=b", "?" + new string('x', 5_000), "?page=2147483647&pageSize=2147483647", "?page=-5&pageSize=-5", "?sort=-", "?sort=name;drop" })
                {
                    using var answer = await (route.Page is null ? api : browser).GetAsync(route.Own(world.Known) + odd);
                    await sent.AddAsync(answer, route + odd);
                }

                if (!route.HasParameter()) continue;
                foreach (var value in OddValues.Of(route.Pattern, OddValues.Texts).Where(t => t.Length is > 0 and < 5_000 && !t.Contains('\0', StringComparison.Ordinal) && !t.Contains("..", StringComparison.Ordinal)))
                {
                    var address = System.Text.RegularExpressions.Regex.Replace(route.Pattern, @"\{[^}]*\}", _ => HttpSteps.Encode(value));
                    using var answer = await (route.Page is null ? api : browser).GetAsync(address);
                    await sent.AddAsync(answer, address);
                }
            }
        }

        sent.Say("questions");
    }

    [WorldFact]
    public async Task Files_that_are_no_rosters_are_told_so_and_nothing_is_saved()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var head = await world.SettledHeadAsync();
        var sent = new AnswerTally();
        foreach (var (kind, name, content) in new[] { "enterprises", "listings" }.SelectMany(kind => Files().Select(file => (kind, file.Name, file.Content))))
        {
            using (var answer = await api.UploadAsync($"/api/imports/{kind}?commit=true", content, name))
            {
                await sent.AddAsync(answer, $"{kind} {name}");
                Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{kind} {name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            // What the failed upload left behind must not break the download of its rejected rows.
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
            using var rejected = await api.GetAsync($"/api/imports/{kind}/{hash}/rejected.xlsx?name={Uri.EscapeDataString(name)}");
            await sent.AddAsync(rejected, $"rejected rows of {kind} {name}");
        }

        using (var lying = await api.GetAsync($"/api/imports/enterprises/{world.Known.Upload}/rejected.xlsx?name=a.xlsx")) await sent.AddAsync(lying, "rejected rows by another file name");
        Assert.Equal(head, await world.HeadAsync());
        sent.Say("files");
    }

    /// <summary>A firm whose name is all that the column holds and partly of characters of two units.</summary>
    [WorldFact]
    public async Task A_long_name_of_odd_characters_is_stored_on_both_databases()
    {
        using var api = await world.ApiAsync(world.Known.Secretary);
        for (var i = 0; i < 8; i++)
        {
            var name = new string('窗', 100 + i) + string.Concat(Enumerable.Repeat("𠮷", (120 - 100 - i) / 2));
            using var answer = await api.PostAsync("/api/organisations", new StringContent(JsonSerializer.Serialize(new { name, notListed = true }), Encoding.UTF8, "application/json"));
            Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{i}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return ("空.xlsx", []);
        yield return ("文字.xlsx", Encoding.UTF8.GetBytes("这是一段文字"));
        yield return ("零.csv", new byte[1000]);
        yield return ("无列.csv", Encoding.UTF8.GetBytes("甲,乙,丙\n1,2,3\n"));
        yield return ("仅表头.csv", Encoding.UTF8.GetBytes("企业名称,地址\n"));
        yield return ("程序.exe", [0x4D, 0x5A, 0, 0]);
        yield return ("加密.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        yield return ("坏包.xlsx", [0x50, 0x4B, 3, 4, .. new byte[200]]);
        yield return ("图片.png", [0x89, 0x50, 0x4E, 0x47]);
        yield return ("没有扩展名", Encoding.UTF8.GetBytes("甲"));
    }

    /// <summary>An input that would pass, but for the one field.</summary>
    private static JsonObject Valid(Route route) => route.UseCase!.Name switch
    {
        "RegisterOrganisation" or "EditOrganisation" => new() { ["name"] = "重庆试填铝业有限公司" },
        "PostListing" or "EditListing" => new() { ["kind"] = "Demand", ["title"] = "求购试填的铝合金锭", ["quantity"] = 5, ["unit"] = "吨" },
        "CreateAccount" => new() { ["userName"] = "fuzz", ["displayName"] = "试填", ["password"] = Person.Password, ["role"] = "Auditor" },
        "CreateDistrict" => new() { ["name"] = "试填区", ["regionCode"] = "500120" },
        "ResetPassword" => new() { ["password"] = Person.Password },
        "ChangePassword" => new() { ["current"] = "not the one", ["password"] = Person.Password },
        "GiveMandate" => new() { ["role"] = "Auditor" },
        "AddSecondFactor" => new() { ["setup"] = "x", ["code"] = "123456" },
        "AddPasskey" => new() { ["name"] = "试填", ["credential"] = "{}", ["state"] = "x" },
        "RemovePasskey" => new() { ["passkey"] = "AAAA" },
        "ConfirmIdentity" => new() { ["password"] = "not the one" },
        "SignIn" => new() { ["userName"] = "nobody", ["password"] = "nothing at all" },
        _ => [],
    };

    private static async Task SendAsync(HttpClient client, Route route, string body, string type, AnswerTally sent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Nobody()) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await client.SendAsync(request);
        await sent.AddAsync(answer, $"{route} {body[..Math.Min(80, body.Length)]}");
    }
}
