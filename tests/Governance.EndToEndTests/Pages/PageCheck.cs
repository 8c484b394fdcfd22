using System.Text.Json;
using System.Text.RegularExpressions;
using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Pages;

/// <summary>Looks at one page the way a critical visitor would, and writes down what is wrong.</summary>
internal sealed partial class PageCheck(List<string> findings)
{
    private const int Phone = 390;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(
        BuildInfo.File("node_modules/axe-core/axe.min.js", "Run 'npm ci' in the root of the repository.")));

    // Keys and formats that have no Chinese name, and the accounts of the demo people.
    private static readonly HashSet<string> AllowedWords =
        new(People.All.Concat(["Excel", "PDF", "Word", "JPG", "PNG", "Ctrl", "Enter", "Esc", "Tab"]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the page on show at the width of a desk and of a phone.</summary>
    /// <returns>The addresses of the portal that it links to.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(IPage page, string who, string address)
    {
        await CheckAsync(page, $"{who} {address}");
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(Phone, 844);
        await CheckAsync(page, $"{who} {address} at {Phone}");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Phone)
            findings.Add($"{who} {address}: scrolls sideways on a phone, {width} wide");
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)");
    }

    private async Task CheckAsync(IPage page, string where)
    {
        // Keys first: what a short name cuts out of one would leave letters that look like a word.
        var text = References().Replace(await page.Locator("body").InnerTextAsync(), "");
        // Accounts and numbers that people gave carry the mark of what is not to be translated.
        var names = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[translate=no]')].map(e => e.innerText)");
        text = names.Where(name => name.Length > 0).OrderByDescending(name => name.Length).Aggregate(text, (left, name) => left.Replace(name, "", StringComparison.Ordinal));
        findings.AddRange(EnglishWords().Matches(References().Replace(text, "")).Select(m => m.Value).Where(w => !AllowedWords.Contains(w)).Distinct()
            .Select(word => $"{where}: English word '{word}'"));
        if (Entities().Match(text) is { Success: true } entity)
            findings.Add($"{where}: shows '{entity.Value}'");

        await page.EvaluateAsync(Axe.Value);
        var violations = await page.EvaluateAsync<JsonElement>(
            "axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical'))");
        findings.AddRange(violations.EnumerateArray().Select(v =>
            $"{where}: axe {v.GetProperty("id").GetString()} at {v.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
    }

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex EnglishWords();

    // References of faults, and keys of records: hexadecimal is no language.
    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex References();

    [GeneratedRegex("&(#\\d+|#x[0-9A-Fa-f]+|nbsp|amp|lt|gt|quot);|undefined|NaN")]
    private static partial Regex Entities();
}
