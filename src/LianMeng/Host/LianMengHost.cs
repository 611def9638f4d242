using System.Text.Encodings.Web;
using System.Text.Unicode;
using LianMeng.Capabilities.Accounts;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Telemetry;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;

namespace LianMeng.Host;

/// <summary>Puts the program together: services here, the pipeline in <see cref="Pipeline"/>.</summary>
public static class LianMengHost
{
    /// <summary>The largest upload: a roster of 100 000 rows is about 15 MB.</summary>
    public const long MaxUpload = 32 * 1024 * 1024;

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings and static files lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxUpload;
            // A need of 2 000 Chinese characters is an address of 18 kB.
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://localhost:5080");
        LogSetup.Configure(builder.Logging, builder.Environment.IsDevelopment());
        OpenTelemetrySetup.AddTo(builder.Services, builder.Configuration);

        AddShared(builder.Services, builder.Configuration);
        AddSignIn(builder.Services);
        AddWeb(builder.Services);
        Proxies.AddTo(builder.Services, builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = Drain.Length(builder.Configuration) + TimeSpan.FromSeconds(30));
        foreach (var capability in Catalogue.Capabilities) capability.AddServices(builder.Services);
        return builder;
    }

    private static void AddShared(IServiceCollection services, IConfiguration configuration)
    {
        var storage = new Storage(configuration);
        services.AddSingleton(storage);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LedgerSignal>();
        services.AddSingleton<NamedLocks>();
        services.AddFollower<SettingValues>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<SweepLock>();
        services.AddReseal<FilesReseal>();
        services.AddSingleton<Budgets>();
        services.AddSingleton(_ => new LedgerChain(storage.LedgerKey()));
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerAnchorFile>();
        services.AddSingleton<LedgerVerifier>();
        services.AddSingleton<TrustedScopes>();
        services.AddSingleton<OperationQueue>();
        services.AddHostedService<OperationRunner>();
        services.AddSingleton<DeliveryRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryRunner>());
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHostedService<LedgerAnchor>();
        services.AddScoped<ActorScope>();
        services.AddScoped(provider => provider.GetRequiredService<ActorScope>().Actor);
        services.AddScoped<ActorLoader>();
        services.AddScoped<LedgerTimeline>();
        services.AddScoped<FactBuffer>();
        services.AddScoped<UseCaseContext>();
        services.AddScoped<OperationProgress>();
        foreach (var useCase in Catalogue.UseCases) services.AddScoped(useCase);
        Database.AddTo(services, configuration, storage);
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddSecrets();
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication(SchemeSelection.Scheme)
            .AddPolicyScheme(SchemeSelection.Scheme, null, o => o.ForwardDefaultSelector = SchemeSelection.Select)
            .AddBearerToken(BearerTokenDefaults.AuthenticationScheme, o => o.BearerTokenExpiration = SessionEndpoints.TokenLife)
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, o =>
            {
                o.LoginPath = "/sign-in";
                o.AccessDeniedPath = "/denied";
                o.ReturnUrlParameter = "returnUrl";
                o.Cookie.Name = "lianmeng";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.ExpireTimeSpan = UserSession.BrowserLife;
                o.SlidingExpiration = true;
                // A program that calls the API is told so; only people are led to the sign-in page.
                o.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
                o.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
            });
        AddPasskeys(services);
        // Default deny: a page or endpoint that says nothing is for signed-in people.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "lianmeng-form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Identity's handler checks what authenticators answer; rows are written by our own commands.</summary>
    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<User>().AddEntityFrameworkStores<AppDb>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The person is verified by the device (finger, face, PIN), so a passkey is two factors; and it names its account by itself.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.AttestationConveyancePreference = "none";
        });
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<PageTurn>();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(o => Json.Apply(o.SerializerOptions));
        services.Configure<FormOptions>(o =>
        {
            o.MultipartBodyLengthLimit = MaxUpload;
            o.ValueLengthLimit = 1024 * 1024 * 4;
            o.ValueCountLimit = 2000;
        });
        services.AddProblemDetails();
        services.AddResponseCompression(o => o.EnableForHttps = false);
        OpenApi.AddTo(services);
        services.AddSingleton<Readiness>();
        services.AddHostedService<Drain>();
    }
}
