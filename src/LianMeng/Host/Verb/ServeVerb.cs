using System.CommandLine;
using LianMeng.Shared.Data;
using LianMeng.Shared.Secrets;

namespace LianMeng.Host.Verb;

internal static class ServeVerb
{
    public const string Name = "serve";

    public static Command Create()
    {
        var settings = new Argument<string[]>("settings") { Description = "框架的设置，例如 --urls http://localhost:5080", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command(Name, "启动平台（默认）") { settings };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((parse, _) => ServeAsync([.. parse.GetValue(settings) ?? [], .. parse.UnmatchedTokens]));
        return verb;
    }

    public static async Task<int> ServeAsync(string[] args)
    {
        var app = LianMengHost.CreateBuilder(args).Build();
        await StartCheck.PassAsync(app.Services, default);
        await app.Services.EnsureProtectionKeyAsync(default);
        app.UseLianMeng();
        await app.RunAsync();
        return 0;
    }
}
