using Governance.EndToEndTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Pages;

/// <summary>Every page of every menu, for everybody: it opens, its links lead somewhere, and everybody can use it.</summary>
public sealed class EveryPageTests
{
    [Fact]
    [Trait("Provision", "P06")]
    public Task Every_menu_entry_opens_for_every_role_without_dead_links_errors_or_barriers() => Journey.WalkAsync(async journey =>
    {
        var findings = new List<string>();
        var check = new PageCheck(findings);
        var clerk = await journey.OpenAsync(People.Clerk, "/");
        var number = await clerk.RegisterAsync("走查用：楼道灯不亮");

        foreach (var account in People.All)
        {
            var page = await journey.OpenAsync(account, "/");
            var entries = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#menu a')].map(a => a.getAttribute('href'))");
            entries.ShouldNotBeEmpty($"{account} has no menu");
            var links = new HashSet<string>();
            foreach (var entry in entries.Concat(account == People.Clerk ? [$"/cases/{number}", $"/cases/{number}/files", $"/cases/{number}/procedures"] : []))
            {
                var answer = await page.GoAsync(entry);
                if (answer.Status != 200)
                    findings.Add($"{account} {entry}: status {answer.Status}");
                links.UnionWith(await check.LookAsync(page, account, entry));
            }
            await FollowAsync(page, account, links, findings);
        }
        findings.ShouldBeEmpty();
    });

    [Fact]
    [Trait("Provision", "P06")]
    public Task Pages_for_strangers_and_refusals_are_as_good_as_the_others() => Journey.WalkAsync(async journey =>
    {
        // The browser itself reports the answers 403 and 404 that this test asks for.
        journey.Expect("status of 40");
        var findings = new List<string>();
        var check = new PageCheck(findings);
        (string? Account, string Address, int Status)[] visits =
        [
            (null, "/account/login", 200), (null, "/query", 200), (null, "/report", 200), (null, "/report/bullying", 200), (null, "/ordinance", 200), (null, "/no-such-page", 404),
            (People.GridMember, "/users", 403), (People.Clerk, "/cases/150102-2026-999999-0", 404),
        ];
        foreach (var (account, address, status) in visits)
        {
            var page = await journey.OpenAsync(account, "/account/login");
            var answer = await page.GoAsync(address);
            if (answer.Status != status)
                findings.Add($"{address}: status {answer.Status}, expected {status}");
            var links = await check.LookAsync(page, account ?? "stranger", address);
            await FollowAsync(page, account ?? "stranger", links.Where(link => link != address).ToHashSet(), findings);
        }
        findings.ShouldBeEmpty();
    });

    private static async Task FollowAsync(IPage page, string who, HashSet<string> links, List<string> findings)
    {
        foreach (var link in links)
        {
            var answer = await page.APIRequest.GetAsync(link);
            if (!answer.Ok)
                findings.Add($"{who}: link {link} answers {answer.Status}");
        }
    }
}
