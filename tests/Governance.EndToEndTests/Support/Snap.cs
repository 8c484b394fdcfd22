using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>Pictures for a person to look at, taken only where <c>GOVERNANCE_SNAPS</c> names a folder.</summary>
internal static class Snap
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GOVERNANCE_SNAPS");

    /// <summary>Takes the whole page.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
    }
}
