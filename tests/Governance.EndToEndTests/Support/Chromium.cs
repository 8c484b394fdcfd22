using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>The one browser of a run: Debian's Chromium, or the one <c>GOVERNANCE_CHROMIUM</c> names.</summary>
internal static class Chromium
{
    private const string Variable = "GOVERNANCE_CHROMIUM";
    private const string Default = "/usr/bin/chromium";

    /// <summary>How long a page may take to say something, in milliseconds: machines that test are often busy.</summary>
    public const int PatienceMilliseconds = 20_000;

    private static readonly SemaphoreSlim Gate = new(1);
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>The running browser; started by the first test that asks.</summary>
    public static async Task<IBrowser> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _browser ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Closes it at the end of the run.</summary>
    public static async Task StopAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        (_browser, _playwright) = (null, null);
    }

    private static async Task<IBrowser> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Default;
        if (!File.Exists(program))
            throw new InvalidOperationException(
                $"No Chromium at {program}. Install it with 'apt-get install chromium fonts-noto-cjk', or name another one in {Variable}.");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }
}
