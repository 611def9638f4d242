using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LianMeng.Tests.Shared.Ui;

/// <summary>One component rendered on its own, at a given address.</summary>
internal static class Rendered
{
    public static async Task<IElement> Body<TComponent>(string uri, IDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton<NavigationManager>(new FixedAddress(uri))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new HtmlParser().ParseDocument(html).Body!;
    }

    private sealed class FixedAddress : NavigationManager
    {
        public FixedAddress(string uri) => Initialize("http://localhost/", "http://localhost" + uri);
    }
}
