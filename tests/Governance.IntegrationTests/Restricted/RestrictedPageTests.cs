using System.IO.Compression;
using System.Net;
using System.Text;
using Governance.Application.Cases;
using Governance.Application.Notifications;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Restricted;

/// <summary>Every address of the portal, asked by people with all rights in the same area but outside the circle: pages, files, lists.</summary>
[Trait("Provision", "P21")]
[Trait("Provision", "P53")]
public sealed class RestrictedPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Canary = "金丝雀鸣叫";
    private const string County = "150102000000";

    public static TheoryData<Role> Outsiders() => new(Roles.All);

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task No_address_tells_an_outsider(Role role)
    {
        var (number, id, _) = await RegisterAsync();
        // Made after the registration: the seats of the circle are taken.
        using var browser = await portal.OpenAsync(role, role is Role.Auditor ? "150100000000" : County);

        var asked = 0;
        foreach (var address in Addresses(number.Value, id))
        {
            using var answer = await browser.GetAsync(address);
            var said = await ReadAsync(answer);
            said.Contains(Canary + "标题", StringComparison.Ordinal).ShouldBeFalse($"{role} {address}");
            said.Contains(Canary + "经过", StringComparison.Ordinal).ShouldBeFalse($"{role} {address}");
            // What was asked for may be repeated; nothing else names the case.
            if (!WebUtility.UrlDecode(address).Contains(number.Value, StringComparison.Ordinal))
                said.Contains(number.Value, StringComparison.Ordinal).ShouldBeFalse($"{role} {address}");
            asked++;
        }
        asked.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task The_same_addresses_tell_the_circle_and_the_registrar_has_a_receipt()
    {
        var (number, id, (member, registrar)) = await RegisterAsync();
        using var browser = portal.Open();
        await browser.SignInAsync(member, PortalHost.Password);
        var telling = new List<string>();
        foreach (var address in Addresses(number.Value, id))
        {
            using var answer = await browser.GetAsync(address);
            if ((await ReadAsync(answer)).Contains(Canary + "标题", StringComparison.Ordinal))
                telling.Add(address);
        }
        foreach (var address in new[] { $"/cases/{number.Value}", $"/cases/{number.Value}/restriction", "/restricted", "/cases?view=mine" })
            telling.ShouldContain(address);
        telling.ShouldNotContain(a => a.Contains("export", StringComparison.Ordinal));

        using var clerk = portal.Open();
        await clerk.SignInAsync(registrar, PortalHost.Password);
        var page = (await clerk.OpenAsync("/restricted")).QuerySelector("#main")!.TextContent;
        page.ShouldContain(number.Value);
        page.ShouldContain("新城区社会治安综合治理中心");
        page.ShouldNotContain(Canary);
    }

    [Fact]
    public async Task The_trail_on_screen_and_as_a_file_says_restricted_case_instead_of_the_number()
    {
        var (number, _, _) = await RegisterAsync();
        using var auditor = await portal.OpenAsync(Role.Auditor, "150100000000");

        (await auditor.OpenAsync("/audit?action=case.restrict")).QuerySelector("#main")!.TextContent.ShouldContain("限定知悉案件");
        (await auditor.OpenAsync($"/audit?subject={number.Value}")).QuerySelector("#main")!.TextContent.ShouldContain("没有符合条件的记录");
        using var file = await auditor.GetAsync("/audit/export?action=case.restrict");
        (await ReadAsync(file)).ShouldContain("限定知悉案件");
    }

    [Fact]
    public async Task The_page_of_notifications_says_to_the_circle_that_something_waits_until_it_has_looked()
    {
        var member = await portal.CreateAccountAsync(Role.CentreStaff, County);
        var sent = await portal.Services.GetRequiredService<SubmissionService>().ReceiveAsync(
            SubmissionSource.Bullying, new SubmissionDraft(Guid.NewGuid().ToString("N"), Canary + "标题", Canary + "经过") { Place = AreaCode.Parse(County), CategoryCode = "0806" });
        sent.Errors.ShouldBeEmpty();
        await WaitForBellAsync(member.Id);
        using var outsider = await portal.OpenAsync(Role.Leader, County);
        using var browser = portal.Open();
        await browser.SignInAsync(member.UserName!, PortalHost.Password);

        (await outsider.OpenAsync("/notifications")).QuerySelector("#main")!.TextContent.ShouldNotContain("限定知悉");
        var page = (await browser.OpenAsync("/notifications")).QuerySelector("#main")!;
        page.TextContent.ShouldContain("限定知悉：有新的来件");
        page.TextContent.ShouldNotContain(Canary);
        page.TextContent.ShouldNotContain(sent.Value.Number.Value);
        using var opened = await browser.GetAsync(page.QuerySelector(".alert a")!.GetAttribute("href")!);
        opened.Headers.Location!.OriginalString.ShouldBe("/restricted");
        (await browser.OpenAsync("/restricted")).QuerySelector("#main")!.TextContent.ShouldContain(sent.Value.Number.Value);
        (await browser.OpenAsync("/notifications")).QuerySelector("#main")!.TextContent.ShouldNotContain("有新的来件");
    }

    // The portal's own worker hands it on.
    private async Task WaitForBellAsync(Guid account)
    {
        var queries = portal.Services.GetRequiredService<INotificationQueries>();
        for (var tries = 0; tries < 200 && (await queries.CountUnreadAsync([account], CancellationToken.None)).Count == 0; tries++)
            await Task.Delay(100);
    }

    // Every route that can be asked for, and the lists and files in all their cuts.
    private IEnumerable<string> Addresses(string number, Guid id)
    {
        var routes = portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Where(r => !r.Contains("{*", StringComparison.Ordinal) && !r.StartsWith("/_", StringComparison.Ordinal) && !r.Contains("logout", StringComparison.OrdinalIgnoreCase))
            .Select(r => r.Replace("{Number}", number, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var route in routes)
            yield return System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", id.ToString());
        foreach (var list in new[] { "/cases", CasesExport })
            foreach (var query in new[] { "view=mine", "view=area", "view=all", $"q={Uri.EscapeDataString(Canary)}", $"q={number}", "state=registered", "phase=open", "category=08", "sort=due", "urged=yes" })
                yield return $"{list}?{query}";
        // The number last: exporting by a number leaves an entry with what was asked for.
        foreach (var query in new[] { $"who={Uri.EscapeDataString("张三")}", "action=case.register", "action=case.restrict", $"subject={number}" })
        {
            yield return $"/audit?{query}";
            yield return $"/audit/export?{query}";
        }
    }

    private const string CasesExport = Governance.Web.Features.Cases.CaseListQuery.ExportPath;

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes)) + answer.Headers.Location;
        // An Excel file is a zip of texts.
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(WebUtility.HtmlDecode(await reader.ReadToEndAsync()));
        }
        return text.ToString();
    }

    private async Task<(CaseNumber Number, Guid Id, (string Member, string Registrar) Accounts)> RegisterAsync()
    {
        var member = await portal.CreateAccountAsync(Role.CentreStaff, County);
        var clerk = await portal.CreateAccountAsync(Role.TownshipClerk, County);
        var facts = new CaseFacts(
            Canary + "标题", Canary + "经过", AreaCode.Parse("150102001001"), "", "0806", CaseChannel.Counter, CaseUrgency.Urgent);
        var made = await portal.Services.GetRequiredService<CaseService>().RegisterAsync(
            ActorOf(clerk), new RegisterCase(facts, null, null, Guid.NewGuid(), AcceptAtOnce: false));
        made.Errors.ShouldBeEmpty();
        var row = (await portal.Services.GetRequiredService<RestrictedReadService>().ListAsync(ActorOf(member))).Value.Rows.Single(r => r.Number == made.Value);
        return (made.Value, row.Id, (member.UserName!, clerk.UserName!));
    }

    private static Actor ActorOf(PortalUser user) =>
        new(user.Id, user.UserName!, user.DisplayName, user.Role, user.BodyCode, user.BodyName, user.ScopeCode);
}
