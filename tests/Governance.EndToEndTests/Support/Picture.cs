using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>Pictures of a walk for people to look at, kept where <c>GOVERNANCE_PICTURES</c> names a folder.</summary>
internal static class Picture
{
    /// <summary>Takes one when somebody wants it.</summary>
    public static async Task PictureAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GOVERNANCE_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
