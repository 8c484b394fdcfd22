using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Deadlines;

/// <summary>The step clock on the real database: set by every way a case is saved, seen in lists.</summary>
[Trait("Provision", "P36")]
public sealed class StepDeadlineTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task The_list_tells_whose_step_is_late_while_the_case_itself_has_time()
    {
        // Tuesday 10:00: one working day to sign.
        var number = await portal.MakeAsync(CaseState.Dispatched, CaseMaker.Facts with { CategoryCode = "0202" });
        (await LateAsync()).ShouldNotContain(number);

        portal.Clock.Now = PortalServices.Start.AddDays(2);
        (await LateAsync()).ShouldContain(number);
        var row = (await portal.Reads.ListAsync(People.Centre, new CaseListCriteria(), new PageRequest())).Value.Rows.Single(r => r.Number == number);
        row.StepDueAt.ShouldNotBeNull().ShouldBeLessThan(portal.Clock.Now);
        row.DueAt.ShouldBeGreaterThan(portal.Clock.Now);

        (await portal.TakeAsync(People.Handler, number, CaseStepKind.Sign)).Errors.ShouldBeEmpty();
        (await LateAsync()).ShouldNotContain(number);
    }

    [Theory]
    [InlineData(CaseState.Registered, true)]
    [InlineData(CaseState.Consulting, true)]
    [InlineData(CaseState.Verified, true)]
    [InlineData(CaseState.Closed, false)]
    [InlineData(CaseState.Refused, false)]
    public async Task Every_open_case_has_the_clock_of_its_step(CaseState state, bool runs)
    {
        var number = await portal.MakeAsync(state);

        (await portal.AskAsync<bool>("select step_due_at is not null and step_started_at is not null from cases where number = $1", number.Value)).ShouldBe(runs);
    }

    private async Task<List<CaseNumber>> LateAsync() => [.. (await portal.Reads.ListAsync(
        People.Centre, new CaseListCriteria { Timeliness = CaseTimeliness.StepOverdue }, new PageRequest())).Value.Rows.Select(r => r.Number)];
}
