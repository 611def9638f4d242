using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using LianMeng.Capabilities.Accounts;
using LianMeng.Host;
using LianMeng.Shared.Data;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.UseCases;
using LianMeng.Tests.Architecture;
using LianMeng.Tests.World;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LianMeng.Tests.Shared.Telemetry;

/// <summary>Promise 30: what people type and who they are is in no log line and in no trace, whatever goes wrong.</summary>
[Trait("Promise", "30")]
public sealed class CleanLogTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Bird = "黄鹂鸟";
    private const string Password = "oriole-Pass-7319-黄鹂鸟";
    private const string Phone = "13912345607";
    private const string Price = "88881.37";
    private const string Header = "oriole-header-5521";

    /// <summary>Each in the ways in which it might be written down.</summary>
    private readonly List<string> canaries = [.. new[] { Bird, Password, Phone, Price, Header, "oriole" }.SelectMany(Written)];

    private readonly LogCapture log = new();
    private readonly Bomb bomb = new();
    private int sent;
    private int broken;
    private string odd = "";

    /// <summary>The log at its most talkative (every category at Trace, save those that the program closes itself) and everything that is sent by OTLP.</summary>
    [WorldFact]
    public async Task No_canary_is_in_any_log_line_or_trace()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await world.RestartAsync(Configure, new Dictionary<string, string>(collector.Settings, StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
        });
        for (var round = 0; round < Counts.Of(1); round++)
        {
            // a proof dresses them up: quotes, line ends, markup before what must not be seen
            odd = OddValues.Texts[round % OddValues.Texts.Count] is { Length: < 100 } text && !text.Any(char.IsSurrogate) ? text : "";
            foreach (var armed in new[] { false, true })
            {
                await SignInAsync(armed);
                await AskAsync(armed);
                await CallAsync(armed);
                await FillAsync(armed);
                await UploadAsync(armed);
            }
        }

        // Controls: a canary that is meant to be seen is seen, in the log and in a trace.
        world.Services.GetRequiredService<ILoggerFactory>().CreateLogger("LianMeng.Control").LogInformation("control {Text}", "控制鸟");
        using (var planted = new ActivitySource(Instruments.Name).StartActivity("control")) Assert.NotNull(planted?.SetTag("lianmeng.control", "控制鸟"));
        await Settling.UntilAsync("traces and metrics arrive", () => Task.FromResult(collector.Has("控制鸟"u8) && collector.Has("lianmeng.use_case.duration"u8) && collector.Has("lianmeng.deliveries.waiting"u8)));
        await world.RestartAsync(); // sends what is left
        Assert.Contains(log.Lines, l => l.Contains("控制鸟", StringComparison.Ordinal));
        // That the canaries came as far as to the exceptions which are logged is shown by the same lines with their messages.
        var quoting = log.LinesWithMessages.Count(HasCanary);
        Assert.True(quoting > 20, $"only {quoting} exceptions quoted a canary");
        Assert.True(broken > 20, $"only {broken} answers broke");

        var dirty = log.Lines.Where(HasCanary).ToList();
        Assert.True(dirty.Count == 0, $"{dirty.Count} dirty lines:\n" + string.Join('\n', dirty.DistinctBy(CategoryOf).Take(20)));
        var inTraces = canaries.Where(c => collector.Has(Encoding.UTF8.GetBytes(c))).ToList();
        Assert.True(inTraces.Count == 0, "in traces or metrics: " + string.Join(", ", inTraces));
        Counts.Say(30, $"{sent} requests with canaries ({broken} broke inside), {log.Lines.Count} log lines of which {quoting} report exceptions that quote one, {collector.Bytes / 1024} KB of OTLP: 0 hits");
    }

    [WorldFact]
    public async Task The_number_that_a_person_is_shown_finds_the_line_in_the_log_with_use_case_and_actor()
    {
        await world.RestartAsync(Configure);
        using var browser = await world.BrowserAsync(world.Known.Secretary);
        var page = await browser.PageAsync("/organisations/new");
        bomb.IsArmed = true;
        using var answer = await browser.SubmitAsync("/organisations/new", page, page.Forms.Select(HttpSteps.HandlerOf).First(h => h?.Contains("sign-out", StringComparison.Ordinal) == false)!, new() { ["name"] = $"重庆{Bird}铝业有限公司" });
        bomb.IsArmed = false;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        var number = System.Text.RegularExpressions.Regex.Match(words, "编号 ([0-9a-f]{32}) ").Groups[1].Value;
        Assert.Equal(32, number.Length);
        var line = JsonDocument.Parse(Assert.Single(log.Lines, l => l.Contains("ExceptionHandlerMiddleware", StringComparison.Ordinal))).RootElement;
        Assert.Equal(number, line.GetProperty("TraceId").GetString());
        Assert.Equal("RegisterOrganisation", line.GetProperty("UseCase").GetString());
        Assert.Equal($"person:{world.Known.Secretary.Id}", line.GetProperty("Actor").GetString());
        Assert.Contains(ExceptionWords.Withheld, line.GetProperty("Exception").GetString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Bomb), line.GetProperty("Exception").GetString(), StringComparison.Ordinal); // the trace of where it broke is there
        Assert.NotEmpty(line.GetProperty("RequestId").GetString()!);
    }

    [Fact]
    public void Of_an_exception_only_what_is_known_to_hold_no_value_is_written()
    {
        Assert.Contains("No space left", ExceptionWords.Of(new IOException("No space left on device"), withMessages: false), StringComparison.Ordinal);
        Assert.Contains("database is locked", ExceptionWords.Of(new Microsoft.Data.Sqlite.SqliteException("SQLite Error 5: 'database is locked'.", 5), withMessages: false), StringComparison.Ordinal);
        Exception[] quoting =
        [
            new FormatException(Phone), new InvalidOperationException("x", new KeyNotFoundException(Phone)), new AggregateException(new IOException("ok"), new FormatException(Phone)),
            new Microsoft.Data.Sqlite.SqliteException($"SQLite Error 19: '{Phone}'.", 19), new Npgsql.PostgresException(Phone, "ERROR", "ERROR", "23505", detail: Phone), new BadHttpRequestExceptionLike(Phone),
        ];
        Assert.All(quoting, e => Assert.DoesNotContain(Phone, ExceptionWords.Of(e, withMessages: false), StringComparison.Ordinal));
        Assert.Contains(Phone, ExceptionWords.Of(quoting[0], withMessages: true), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Written(string text)
        => new[] { text, Uri.EscapeDataString(text), JsonSerializer.Serialize(text).Trim('"'), Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) }.Distinct(StringComparer.Ordinal);

    private static string CategoryOf(string line) => JsonDocument.Parse(line).RootElement.GetProperty("Category").GetString()!;

    private bool HasCanary(string line) => canaries.Exists(c => line.Contains(c, StringComparison.OrdinalIgnoreCase));

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(log);
        services.AddScoped<IPasswordHasher<User>>(_ => new ExplodingHasher(bomb));
        if (TestDatabase.IsPostgres) services.ConfigureDbContext<PostgresAppDb>(o => o.AddInterceptors(bomb));
        else services.ConfigureDbContext<SqliteAppDb>(o => o.AddInterceptors(bomb));
    }

    private async Task SignInAsync(bool armed)
    {
        using var browser = Dressed(world.Anonymous());
        var page = await browser.PageAsync("/sign-in?returnUrl=/" + Bird);
        foreach (var name in new[] { world.Known.Secretary.UserName, "oriole-user" })
            await SendAsync(armed, () => browser.SubmitAsync("/sign-in?returnUrl=/" + Bird, page, "sign-in", new() { ["userName"] = name, ["password"] = Password }));
        await SendAsync(armed, () => browser.PostAsync("/api/login", Json($"{{\"userName\":\"{world.Known.Admin.UserName}\",\"password\":\"{Password}\"}}")));
        await SendAsync(armed, () => browser.PostAsync("/api/login", Json($"{{\"userName\":\"{Bird}\",\"password\":{Price}}}")));
        await SendAsync(armed, () => browser.PostAsync("/api/login", Json($"{{\"password\":\"{Password}\", {Bird}")));
        await SendAsync(armed, () => browser.SendAsync(new(HttpMethod.Get, "/organisations") { Headers = { { "Authorization", "Bearer oriole-token" } } }));
        await SendAsync(armed, () => browser.SendAsync(new(HttpMethod.Get, "/organisations") { Headers = { { "Cookie", "lianmeng=oriole-cookie; lianmeng-form=" + Header } } }));
        await SendAsync(armed, () => browser.PostFormAsync("/sign-in", new Dictionary<string, string> { ["userName"] = Bird, ["password"] = Password })); // no token
    }

    private async Task AskAsync(bool armed)
    {
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin })
        {
            using var api = Dressed(await world.ApiAsync(person));
            using var browser = Dressed(await world.BrowserAsync(person));
            canaries.Add(api.DefaultRequestHeaders.Authorization!.Parameter!);
            foreach (var route in Endpoints.Walked(world.Services).Where(r => !r.IsUnsafe && (r.UseCase ?? r.Page) is not null))
            {
                var fields = route.UseCase is { } useCase ? UseCaseTests.InputOf(useCase).GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToArray() : ["query", "text", "kind", "returnUrl", "notice"];
                var asked = string.Join('&', fields.Select(f => $"{f}={Uri.EscapeDataString(Bird)}"));
                var client = route.Page is null ? api : browser;
                await SendAsync(armed, () => client.GetAsync($"{AddressOf(route)}?{asked}"));
                await SendAsync(armed, () => client.GetAsync($"{AddressOf(route)}?query={Phone}&text={Uri.EscapeDataString(Bird)}"));
                if (route.HasParameter()) await SendAsync(armed, () => client.GetAsync(System.Text.RegularExpressions.Regex.Replace(route.Pattern, @"\{[^}]*\}", Bird)));
            }

            await SendAsync(armed, () => browser.GetAsync($"/{Bird}/{Phone}?{Bird}"));
            await SendAsync(armed, () => browser.SendAsync(new(new HttpMethod("ORIOLE"), "/organisations")));
        }
    }

    private async Task CallAsync(bool armed)
    {
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin })
        {
            using var api = Dressed(await world.ApiAsync(person));
            foreach (var route in Endpoints.Walked(world.Services).Where(r => r.RunsCommand && !r.Pattern.Contains("/imports/", StringComparison.Ordinal) && !r.Pattern.EndsWith("sign-out-everywhere", StringComparison.Ordinal)))
            {
                var properties = UseCaseTests.InputOf(route.UseCase!).GetProperties().Where(p => p.CanWrite).ToList();
                var texts = properties.ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => ValueOf(p.Name));
                foreach (var body in new[] { JsonSerializer.Serialize(texts), JsonSerializer.Serialize(Good(route)), JsonSerializer.Serialize(Good(route)).TrimEnd('}') })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(route.Method), AddressOf(route)) { Content = Json(body) };
                    request.Headers.TryAddWithoutValidation("Idempotency-Key", Header + sent);
                    request.Headers.TryAddWithoutValidation("If-Match", sent % 2 == 0 ? Header : "");
                    await SendAsync(armed, () => api.SendAsync(request));
                }
            }
        }
    }

    private async Task FillAsync(bool armed)
    {
        foreach (var person in new[] { world.Known.Secretary, world.Known.Admin })
        {
            using var browser = Dressed(await world.BrowserAsync(person));
            foreach (var route in Endpoints.Walked(world.Services).Where(r => r.Page is not null && !r.IsUnsafe))
            {
                var url = AddressOf(route);
                using var opened = await browser.GetAsync(url);
                if (opened.StatusCode != HttpStatusCode.OK) continue;
                foreach (var form in (await opened.ReadPageAsync()).WalkedForms(url))
                {
                    var fields = form.FieldsOf();
                    var typed = fields.ToDictionary(f => f.Key, f => f.Key.StartsWith('_') ? f.Value : ValueOf(f.Key), StringComparer.Ordinal);
                    await SendAsync(armed, () => browser.PostFormAsync(url, typed));
                    foreach (var field in fields.Keys.Where(k => !k.StartsWith('_')))
                        await SendAsync(armed, () => browser.PostFormAsync(url, new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["_key"] = Guid.CreateVersion7().ToString("N"), [field] = ValueOf(field) }));
                }
            }
        }
    }

    private async Task UploadAsync(bool armed)
    {
        using var api = Dressed(await world.ApiAsync(world.Known.Secretary));
        var good = Encoding.UTF8.GetBytes($"企业名称,地址,联系人,联系电话\n重庆{Bird}铝业有限公司,{Bird}路,{Bird},{Phone}\n,{Bird},{Bird},{Phone}\n");
        foreach (var kind in new[] { "enterprises", "listings" })
        {
            foreach (var content in new[] { good, Encoding.UTF8.GetBytes($"{Bird},{Phone}\n1,2\n"), [0x50, 0x4B, 3, 4, .. Encoding.UTF8.GetBytes(Bird)] })
            {
                await SendAsync(armed, () => api.UploadAsync($"/api/imports/{kind}?commit=true", content, Bird + ".csv"));
                await SendAsync(armed, () => api.UploadAsync($"/api/imports/{kind}?commit=true", content, Bird + ".xlsx"));
            }
        }
    }

    /// <summary>Accounts are another's: whoever is disabled or given a new password here cannot go on.</summary>
    private string AddressOf(Route route) => route.Pattern.Contains("/accounts/{", StringComparison.Ordinal) ? route.Foreign(world.Known) : route.Own(world.Known);

    private string ValueOf(string field) => field.ToUpperInvariant() switch
    {
        var f when f.Contains("PASSWORD", StringComparison.Ordinal) || f == "CURRENT" => Password,
        var f when f.Contains("PHONE", StringComparison.Ordinal) => Phone,
        var f when f.Contains("PRICE", StringComparison.Ordinal) || f.Contains("QUANTITY", StringComparison.Ordinal) || f.Contains("REVENUE", StringComparison.Ordinal) => Price,
        _ => $"{odd}重庆{Bird}铝业有限公司",
    };

    /// <summary>What is taken as it is, so that it comes as far as into the database.</summary>
    private static Dictionary<string, object?> Good(Route route) => route.UseCase!.Name switch
    {
        "RegisterOrganisation" or "EditOrganisation" => new() { ["name"] = $"重庆{Bird}铝业有限公司", ["contactName"] = Bird, ["contactPhone"] = Phone, ["address"] = Bird },
        "PostListing" or "EditListing" => new() { ["kind"] = "Demand", ["title"] = $"求购{Bird}铝合金锭", ["quantity"] = 5, ["unit"] = "吨", ["price"] = 88881.37m, ["text"] = $"{Bird} {Phone}" },
        "CreateAccount" => new() { ["userName"] = "oriole" + Guid.CreateVersion7().ToString("N")[..12], ["displayName"] = Bird, ["password"] = Password, ["role"] = "Auditor" },
        "CreateDistrict" => new() { ["name"] = Bird + "区", ["regionCode"] = "500120" },
        "ResetPassword" => new() { ["password"] = Password },
        "ChangePassword" => new() { ["current"] = Password, ["password"] = Password + "2" },
        "SignIn" => new() { ["userName"] = "oriole", ["password"] = Password },
        "WithdrawListing" or "CloseListing" => new() { ["reason"] = Bird },
        _ => [],
    };

    private static HttpClient Dressed(HttpClient client)
    {
        foreach (var name in new[] { "User-Agent", "Referer", "X-Forwarded-For", "X-Request-Id", "Request-Id", "Correlation-Context", "baggage", "tracestate", "X-Oriole", "Accept-Language", "Origin" })
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, name is "baggage" or "tracestate" or "Correlation-Context" ? "oriole=" + Header : Header);
        client.DefaultRequestHeaders.TryAddWithoutValidation("traceparent", $"00-{Guid.CreateVersion7():N}-00f067aa0ba902b7-01");
        return client;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task SendAsync(bool armed, Func<Task<HttpResponseMessage>> send)
    {
        bomb.IsArmed = armed;
        try
        {
            using var answer = await send();
            sent++;
            if ((int)answer.StatusCode >= 500) broken++;
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) canaries.AddRange(cookies.Select(c => c.Split(';')[0].Split('=', 2)[1]).Where(c => c.Length > 20).Select(c => c[..40]));
        }
        finally
        {
            bomb.IsArmed = false;
        }
    }

    private sealed class BadHttpRequestExceptionLike(string message) : IOException(message);

    /// <summary>Breaks what a person's request does to the database, with a message that quotes every value.</summary>
    private sealed class Bomb : DbCommandInterceptor
    {
        public bool IsArmed { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Explode(command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Explode(command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        private void Explode(DbCommand command)
        {
            var values = string.Join(", ", command.Parameters.Cast<DbParameter>().Select(p => p.Value as string));
            if (IsArmed && (values.Contains(Bird, StringComparison.Ordinal) || values.Contains(Phone, StringComparison.Ordinal)))
                throw new InvalidOperationException($"planted: Key (Name)=({values}) already exists");
        }
    }

    private sealed class ExplodingHasher(Bomb bomb) : IPasswordHasher<User>
    {
        private readonly PasswordHasher<User> real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = LianMengApp.HashIterations }));

        public string HashPassword(User user, string password) => bomb.IsArmed ? throw new FormatException($"planted: '{password}'") : real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
            => bomb.IsArmed ? throw new FormatException($"planted: '{providedPassword}'") : real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
