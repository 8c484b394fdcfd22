using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Governance.Web.Features.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Intake;

/// <summary>The look-up gives nothing away: not by words, not by time, not by being closed.</summary>
[Trait("Provision", "T09")]
public sealed partial class LookupGuardTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Phone = "13900007531";
    private static int _address;

    [Fact]
    public async Task A_number_that_exists_and_one_that_does_not_answer_the_same_and_close_the_same()
    {
        var real = await CaseAsync();
        var none = CaseNumber.Create(CaseMaker.Facts.Place, 2026, 987_654).Value;

        for (var i = 0; i <= LookupLocks.FreeMisses; i++)
        {
            var one = await MissAsync(real, "0000");
            var other = await MissAsync(none, "0000");

            one.ShouldBe(other, $"miss {i + 1}");
            one.Status.ShouldBe(i < LookupLocks.FreeMisses ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests);
        }
        // Closed to everybody, whoever knows the tail as well: otherwise being let in would tell that the tail is right.
        (await MissAsync(real, Phone[^4..])).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_time_of_an_answer_tells_nothing()
    {
        var number = await CaseAsync();
        using var citizen = Open();
        foreach (var (asked, tail) in new[] { (number, Phone[^4..]), (number, "0000"), (CaseNumber.Create(CaseMaker.Facts.Place, 2026, 987_655).Value, "0000") })
        {
            var clock = Stopwatch.StartNew();
            await citizen.SubmitAsync("/query", ("Form.Number", asked), ("Form.PhoneTail", tail));
            clock.Elapsed.ShouldBeGreaterThan(CaseLookup.AnswerTime - TimeSpan.FromMilliseconds(20));
        }
    }

    [Fact]
    public async Task Who_knows_the_tail_may_look_as_often_as_a_day_is_long()
    {
        var number = await CaseAsync();
        for (var i = 0; i < LookupLocks.FreeMisses * 2; i++)
        {
            using var citizen = Open();
            var page = await PortalBrowser.ReadAsync(await citizen.SubmitAsync("/query", ("Form.Number", number), ("Form.PhoneTail", Phone[^4..])));
            page.QuerySelector(".lookup-result").ShouldNotBeNull();
        }
    }

    private async Task<string> CaseAsync()
    {
        var made = await portal.Services.GetRequiredService<CaseService>().RegisterAsync(People.Clerk, CaseMaker.Form(phone: Phone));
        made.Errors.ShouldBeEmpty();
        return made.Value.Value;
    }

    // From a new address each time: the limit of an address must not be what answers.
    private async Task<(HttpStatusCode Status, string Body)> MissAsync(string number, string tail)
    {
        using var stranger = Open();
        var answer = await stranger.SubmitAsync("/query", ("Form.Number", number), ("Form.PhoneTail", tail));
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldNotContain("lookup-result");
        return (answer.StatusCode, Tokens().Replace(body, "").Replace(number, "", StringComparison.Ordinal));
    }

    private PortalBrowser Open()
    {
        var browser = portal.Open();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.8.{Interlocked.Increment(ref _address)}.1");
        return browser;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*>|<!--.*?-->""", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
