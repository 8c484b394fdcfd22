using System.Net;
using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Intake;

/// <summary>A citizen whose case waits learns why, in words of the pack for citizens, and how the deadline runs on.</summary>
[Trait("Provision", "P36")]
public sealed class LookupPauseTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Phone = "13900002468";

    [Fact]
    public async Task While_the_clock_stands_the_look_up_says_why_and_how_it_runs_on()
    {
        var cases = portal.Services.GetRequiredService<CaseService>();
        var requests = portal.Services.GetRequiredService<TimeRequestService>();
        var reads = portal.Services.GetRequiredService<CaseReadService>();
        var made = await cases.RegisterAsync(People.Clerk, CaseMaker.Form(phone: Phone, accept: true));
        made.Errors.ShouldBeEmpty();
        async Task<CaseDetailRecord> SeenAsync() => (await reads.FindAsync(People.Centre, made.Value)).Value.Case;
        foreach (var (actor, kind, body) in new (Actor, CaseStepKind, string?)[] { (People.Clerk, CaseStepKind.Dispatch, People.Housing), (People.Handler, CaseStepKind.Sign, null) })
        {
            var now = await SeenAsync();
            (await cases.TakeStepAsync(actor, new TakeStep(now.Id, now.Version, kind, "说明", body))).Errors.ShouldBeEmpty();
        }
        (await PageAsync(made.Value)).ShouldNotContain("暂停计时");

        var found = await SeenAsync();
        var last = TimeProvider.System.GetUtcNow().ChinaDay().AddDays(3);
        (await requests.AskPauseAsync(People.Handler, new AskPause(found.Id, found.Version, "material", last, "缺合同"))).Errors.ShouldBeEmpty();
        (await PageAsync(made.Value)).ShouldNotContain("暂停计时", customMessage: "asked for, not granted");
        found = await SeenAsync();
        await using var request = portal.Postgres.DataSource.CreateCommand("select id from time_requests where case_id = $1");
        request.Parameters.Add(new Npgsql.NpgsqlParameter { Value = found.Id });
        (await requests.DecideAsync(People.Clerk, new DecideTime(found.Id, found.Version, (Guid)(await request.ExecuteScalarAsync())!, true, ""))).Errors.ShouldBeEmpty();

        var page = await PageAsync(made.Value);
        page.ShouldContain("暂停计时");
        page.ShouldContain("正在等待您补充材料。材料交齐后会继续办理。");
        page.ShouldContain($"最迟 {last.AddDays(1):M月d日} 起继续计时");
        var due = (await SeenAsync()).DueAt.ToChina();
        page.ShouldContain($"继续后的期限到 {due.ToString("yyyy年M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture)} 为止");
        page.ShouldNotContain("缺合同", customMessage: "the words are the office's");
    }

    private async Task<string> PageAsync(CaseNumber number)
    {
        using var citizen = portal.Open();
        var answer = await citizen.SubmitAsync("/query", ("Form.Number", number.Value), ("Form.PhoneTail", Phone[^4..]));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await PortalBrowser.ReadAsync(answer)).QuerySelector(".lookup-result")!.TextContent;
    }
}
