using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Infrastructure.Cities;
using Governance.Infrastructure.Deadlines;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Deadlines;

/// <summary>期限重算: a corrected calendar reaches every open case, once, with a trace; the others stay.</summary>
[Trait("Provision", "P36")]
public sealed class DeadlineRecountTests(PortalServices portal) : IClassFixture<PortalServices>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_corrected_day_moves_the_open_cases_that_ran_over_it_and_tells_old_and_new()
    {
        await portal.Get<DeadlineRefresh>().RunAsync();
        // Heating, three working days from Tuesday the 10th: Friday the 13th.
        var open = await portal.MakeAsync(CaseState.Handling);
        var registered = await portal.MakeAsync(CaseState.Registered);
        var consulting = await portal.MakeAsync(CaseState.Consulting);
        var closed = await portal.MakeAsync(CaseState.Closed);
        var later = await portal.MakeAsync(CaseState.Handling, at: PortalServices.Start.AddDays(8));

        await ImportAsync("2026-03-12,0,holiday,临时放假");
        var report = (await portal.Get<DeadlineRefresh>().RunAsync()).ShouldNotBeNull();

        // The registered one was due on the 11th.
        report.Changed.ShouldBeGreaterThanOrEqualTo(2);
        (await DueAsync(open)).ShouldBe(new DateTimeOffset(2026, 3, 16, 9, 30, 0, TimeSpan.Zero));
        (await DueAsync(closed)).ShouldBe(new DateTimeOffset(2026, 3, 13, 9, 30, 0, TimeSpan.Zero));
        (await portal.AskAsync<bool>("select consult_until = step_due_at and consult_until = '2026-03-13 09:30+00' from cases where number = $1", consulting.Value))
            .ShouldBeTrue();
        var told = (await portal.Reads.FindAsync(People.Clerk, open)).Value.Case.Steps[^1];
        told.Kind.ShouldBe(CaseStepKind.Recount);
        told.Note.ShouldStartWith("工作日历有新增或更正，期限重新计算。整体期限由 2026-03-13 17:30 改为 2026-03-16 17:30。");
        told.ActorName.ShouldBe("系统");
        foreach (var (number, entries) in new[] { (open, 1L), (consulting, 1L), (registered, 0L), (closed, 0L), (later, 0L) })
            (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action = 'case.recount'", number.Value)).ShouldBe(entries);

        (await portal.Get<DeadlineRefresh>().RunAsync()).ShouldBeNull();
        (await portal.Get<Governance.Application.Deadlines.DeadlineRecount>().RunAsync("再算一次。")).Changed.ShouldBe(0);
    }

    [Fact]
    public async Task Next_years_arrangement_replaces_the_estimate()
    {
        await portal.Get<DeadlineRefresh>().RunAsync();
        // Three working days: the 31st, New Year's Day as far as anybody knew, and Monday the 4th.
        var number = await portal.MakeAsync(CaseState.Accepted, at: new DateTimeOffset(2026, 12, 30, 2, 0, 0, TimeSpan.Zero));
        await ImportAsync("2027-01-01,0,holiday,元旦", "2027-01-02,0,holiday,元旦", "2027-01-03,0,holiday,元旦", "2027-01-04,1,workday,", "2027-01-05,1,workday,");

        (await portal.Get<DeadlineRefresh>().RunAsync()).ShouldNotBeNull().Changed.ShouldBe(1);

        (await DueAsync(number)).ShouldBe(new DateTimeOffset(2027, 1, 5, 9, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_case_saved_by_an_older_version_gets_its_step_clock_without_a_word()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.ExecuteAsync("update cases set step_due_at = null, step_started_at = null where number = $1", number.Value);
        var before = await portal.AskAsync<long>("select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1", number.Value);

        (await portal.Get<Governance.Application.Deadlines.DeadlineRecount>().RunAsync("补算。")).Changed.ShouldBe(0);

        (await portal.AskAsync<bool>("select step_due_at is not null and step_started_at is not null from cases where number = $1", number.Value)).ShouldBeTrue();
        (await portal.AskAsync<long>("select count(*) from case_steps s join cases c on c.id = s.case_id where c.number = $1", number.Value)).ShouldBe(before);
    }

    public void Dispose() => _folder.Dispose();

    private async Task ImportAsync(params string[] days)
    {
        await File.WriteAllTextAsync(_folder["days.csv"], "date,is_workday,kind,name\n" + string.Join('\n', days) + "\n");
        var report = await new ReferenceImport(portal.Get<ReferenceData>(), portal.Get<ReferenceStore>(), portal.Clock).RunCalendarAsync(_folder["days.csv"]);
        report.Faults.ShouldBeEmpty();
    }

    private async Task<DateTimeOffset> DueAsync(CaseNumber number) =>
        new(await portal.AskAsync<DateTime>("select due_at from cases where number = $1", number.Value), TimeSpan.Zero);
}
