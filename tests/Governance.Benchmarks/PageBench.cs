using System.Text.RegularExpressions;

namespace Governance.Benchmarks;

/// <summary>Whole pages of the published portal over loopback, signed in, as a browser asks for them (B02).</summary>
internal static partial class PageBench
{
    /// <summary>Measures; left out without an address.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        if (request.Url is null)
            return;
        var number = await portal.AskAsync<string>("select number from cases where closed_at is not null order by registered_at desc limit 1");
        foreach (var (account, paths) in new (string, string[])[]
        {
            ("centre", ["/", "/cases", "/cases?view=mine", "/cases?q=物业", $"/cases/{number}", "/dashboard", "/dashboard?from=&to=", "/statistics", "/statistics?by=departments"]),
            ("clerk", ["/", "/cases", "/cases/new"]),
            ("handler", ["/", "/cases"]),
        })
        {
            using var browser = await SignInAsync(request, account);
            foreach (var path in paths)
            {
                var bytes = 0;
                var timing = await Timing.OfAsync(async _ => bytes = (await browser.GetByteArrayAsync(path)).Length, 40);
                report.Add("B02", $"page {path.Replace(number, "…", StringComparison.Ordinal)}, {account}", $"{timing}, {bytes / 1024:N0} KB before compression");
            }
        }
    }

    private static async Task<HttpClient> SignInAsync(BenchRequest request, string account)
    {
        var browser = new HttpClient(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = new Uri(request.Url!) };
        var page = await browser.GetStringAsync("/account/login");
        var fields = Hidden().Matches(page).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        fields["Input.Account"] = account;
        fields["Input.Password"] = request.Password;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync("/account/login", form);
        return (int)answer.StatusCode == 302 ? browser : throw new InvalidOperationException($"{account} was not let in: {answer.StatusCode}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
