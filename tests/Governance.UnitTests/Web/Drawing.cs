using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Governance.UnitTests.Web;

/// <summary>Draws a component as the server would draw it into a page.</summary>
internal static class Drawing
{
    public static async Task<string> OfAsync<T>(params (string Name, object? Value)[] parameters) where T : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)))).ToHtmlString());
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);
}
