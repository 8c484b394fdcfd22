using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>
/// One test's walk through the portal, by one or more people. A walk that fails leaves a picture and the markup of every open page in
/// <c>TestResults/journeys</c>; a walk that succeeds must not have made a browser complain.
/// </summary>
internal sealed class Journey : IAsyncDisposable
{
    private readonly List<IPage> _pages = [];
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _complaints = [];
    private readonly List<string> _expected = [];

    private Journey(SharedPortal portal) => Portal = portal;

    /// <summary>The portal walked through.</summary>
    public SharedPortal Portal { get; }

    /// <summary>Walks through the shared portal.</summary>
    public static async Task WalkAsync(Func<Journey, Task> walk, [CallerMemberName] string name = "") =>
        await WalkAsync(await SharedPortal.GetAsync(), walk, name);

    /// <summary>Walks through a portal of the test's own.</summary>
    public static async Task WalkAsync(SharedPortal portal, Func<Journey, Task> walk, [CallerMemberName] string name = "")
    {
        await using var journey = new Journey(portal);
        try
        {
            await walk(journey);
            journey.ComplaintsSoFar().ShouldBeEmpty();
        }
        catch
        {
            await journey.SaveEvidenceAsync(name);
            throw;
        }
    }

    /// <summary>Opens a browser of its own for somebody; null for a stranger.</summary>
    public async Task<IPage> OpenAsync(string? account, string address, int width = 1440, int height = 900, bool withScript = true)
    {
        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Portal.Server.Url,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = width, Height = height },
            StorageState = account is null ? null : await Portal.SignInAsync(account),
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = withScript,
        });
        _contexts.Add(context);
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        var page = await OpenTabAsync(context);
        if (withScript) await page.GoAsync(address);
        else await page.GotoAsync(address);
        return page;
    }

    /// <summary>Opens another tab of the same browser.</summary>
    public async Task<IPage> OpenTabAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        _pages.Add(page);
        page.Console += (_, said) =>
        {
            if (said.Type == "error") Complain($"{said.Text} {said.Location}");
        };
        page.PageError += (_, fault) => Complain(fault);
        return page;
    }

    /// <summary>Allows complaints that hold this text: the test makes them on purpose.</summary>
    public void Expect(string complaint) => _expected.Add(complaint);

    /// <summary>What the browsers complained about and nobody expected.</summary>
    public IReadOnlyList<string> ComplaintsSoFar()
    {
        lock (_complaints) return [.. _complaints.Where(c => !_expected.Exists(e => c.Contains(e, StringComparison.Ordinal)))];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
    }

    private void Complain(string what)
    {
        lock (_complaints) _complaints.Add(what);
    }

    private async Task SaveEvidenceAsync(string name)
    {
        var folder = Path.Combine(BuildInfo.RepositoryRoot, "TestResults", "journeys");
        Directory.CreateDirectory(folder);
        for (var i = 0; i < _pages.Count; i++)
        {
            if (_pages[i].IsClosed) continue;
            var file = Path.Combine(folder, $"{name}-{i + 1}");
            await File.WriteAllTextAsync(file + ".html", $"<!-- {_pages[i].Url} -->\n{await _pages[i].ContentAsync()}");
            await _pages[i].ScreenshotAsync(new() { Path = file + ".png", FullPage = true });
        }
        await File.WriteAllTextAsync(Path.Combine(folder, name + "-portal.log"), Portal.Server.Output);
    }
}
