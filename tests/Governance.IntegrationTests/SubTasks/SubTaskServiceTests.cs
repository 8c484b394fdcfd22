using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.SubTasks;

/// <summary>Tasks of assisting units on the real database.</summary>
[Trait("Provision", "P37")]
public sealed class SubTaskServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private SubTaskService Tasks => portal.Get<SubTaskService>();

    private DateOnly Tomorrow => portal.Clock.Now.ChinaDay().AddDays(1);

    [Fact]
    public async Task A_unit_learns_of_a_case_by_its_task_and_answers_it()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await portal.Reads.FindAsync(People.UrbanHandler, number)).IsOk.ShouldBeFalse();

        (await GiveAsync(People.Handler, number)).Errors.ShouldBeEmpty();

        (await portal.Reads.FindAsync(People.UrbanHandler, number)).IsOk.ShouldBeTrue();
        (await portal.Reads.CountWorkAsync(People.UrbanHandler)).ShouldNotBeNull().OpenTasks.ShouldBe(
            (await Tasks.ListAsync(People.UrbanHandler, SubTaskView.Mine, new PageRequest())).Value.Total ?? -1);
        var mine = (await Tasks.ListAsync(People.UrbanHandler, SubTaskView.Mine, new PageRequest())).Value.Rows.Single(r => r.CaseNumber == number);
        mine.State.ShouldBe(SubTaskState.Assigned);
        await StepAsync(People.UrbanHandler, mine.CaseId, CaseStepKind.SignTask);
        await StepAsync(People.UrbanHandler, mine.CaseId, CaseStepKind.ReportTask);
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Error.ShouldBeOfType<SubTaskErrors.StillOpen>();
        await StepAsync(People.Handler, mine.CaseId, CaseStepKind.AcceptTask);
        (await portal.TakeAsync(People.Handler, number, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();

        (await Tasks.ListAsync(People.UrbanHandler, SubTaskView.Mine, new PageRequest())).Value.Rows.ShouldNotContain(r => r.CaseNumber == number);
        foreach (var actor in new[] { People.UrbanHandler, People.Handler })
            (await Tasks.ListAsync(actor, SubTaskView.Ended, new PageRequest())).Value.Rows.ShouldContain(r => r.CaseNumber == number);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id = $1 order by at", number.Value))
            .ShouldBe(["case.givetask", "case.signtask", "case.reporttask", "case.accepttask", "case.submitresult"], ignoreOrder: true);
    }

    /// <summary>Who may give a task on a case of Clerk's township that Handler's department leads.</summary>
    [Fact]
    public async Task Every_role_gives_tasks_where_it_may_and_nowhere_else()
    {
        foreach (var (actor, error) in new (Actor, Type?)[]
        {
            (People.Handler, null), (People.Clerk, null), (People.Centre, null), (People.CityCentre, null),
            (People.GridMember, typeof(PlatformErrors.NotPermitted)), (People.Leader, typeof(PlatformErrors.NotPermitted)),
            (People.UrbanHandler, typeof(CaseErrors.NotFound)), (People.ClerkElsewhere, typeof(CaseErrors.NotFound)),
            (People.CentreElsewhere, typeof(CaseErrors.NotFound)), (People.Auditor, typeof(CaseErrors.NotFound)), (People.Administrator, typeof(CaseErrors.NotFound)),
        })
        {
            var number = await portal.MakeAsync(CaseState.Handling);
            var given = await GiveAsync(actor, number);
            (given.IsOk ? null : given.Error.GetType()).ShouldBe(error, $"{actor.DisplayName} {actor.Role}");
            (await portal.CountAuditAsync(number)).ShouldBe(given.IsOk ? 1 : 0);
        }
    }

    [Fact]
    public async Task Nobody_else_takes_the_steps_of_a_task_or_reads_it()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await GiveAsync(People.Handler, number)).Errors.ShouldBeEmpty();
        var (id, _) = await portal.IdentifyAsync(number);

        foreach (var actor in new[] { People.ClerkElsewhere, People.CentreElsewhere, People.Auditor, People.Administrator })
        {
            (await Tasks.OfCaseAsync(actor, id)).ShouldBeEmpty(actor.Role.ToString());
            foreach (var rule in SubTaskRule.All)
                (await TakeAsync(actor, id, rule.Kind)).Error.ShouldBeOfType<SubTaskErrors.NotFound>($"{actor.Role} {rule.Kind}");
        }
        foreach (var actor in new[] { People.Handler, People.Leader, People.GridMember })
            (await TakeAsync(actor, id, CaseStepKind.SignTask)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Theory]
    [InlineData(CaseStepKind.Return)]
    [InlineData(CaseStepKind.Recall)]
    public async Task Open_tasks_end_with_the_assignment(CaseStepKind end)
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await GiveAsync(People.Handler, number)).Errors.ShouldBeEmpty();

        (await portal.TakeAsync(end == CaseStepKind.Return ? People.Handler : People.Clerk, number, end)).Errors.ShouldBeEmpty();

        (await portal.AskAsync<string>("select t.state from sub_tasks t join cases c on c.id = t.case_id where c.number = $1", number.Value)).ShouldBe("Withdrawn");
        (await portal.AskAsync<int>("select open_tasks from cases where number = $1", number.Value)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_comes_second_is_told_where_the_task_stands()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        (await GiveAsync(People.Handler, number)).Errors.ShouldBeEmpty();
        var (id, _) = await portal.IdentifyAsync(number);
        var seen = (await Tasks.OfCaseAsync(People.UrbanHandler, id)).Single();
        await StepAsync(People.UrbanHandler, id, CaseStepKind.SignTask);

        var late = await Tasks.TakeStepAsync(People.Handler, new TakeSubTaskStep(seen.Id, seen.Version, CaseStepKind.WithdrawTask, "不需要了"));

        late.Error.ShouldBeOfType<SubTaskErrors.ChangedMeanwhile>().State.ShouldBe(SubTaskState.Working);
    }

    [Fact]
    public async Task Missing_unit_and_day_are_said_at_their_fields()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var (id, version) = await portal.IdentifyAsync(number);

        var given = await Tasks.GiveAsync(People.Handler, new GiveSubTask(id, version, null, "请协助", null));

        given.Errors.Select(e => e.Field).ShouldBe(["BodyCode", "DueDay"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_both_directions_in_two_statements()
    {
        var unit = People.Person(Role.DepartmentHandler, People.County + "-water", People.County);
        for (var i = 0; i < 5; i++)
            (await GiveAsync(People.Handler, await portal.MakeAsync(CaseState.Handling), unit.BodyCode, Tomorrow.AddDays(i / 3))).Errors.ShouldBeEmpty();
        var whole = (await Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest())).Value.Rows.Select(r => r.Id).ToList();

        var first = (await Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest(Size: 2))).Value;
        var second = (await Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest(first.Next, Size: 2))).Value;
        var third = (await Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest(second.Next, Size: 2))).Value;
        var back = (await Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest(third.Previous, Backwards: true, Size: 2))).Value;

        first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Id).ShouldBe(whole);
        back.Rows.Select(r => r.Id).ShouldBe(second.Rows.Select(r => r.Id));
        (first.Previous, third.Next, first.Total).ShouldBe((null, null, 5));
        (await portal.Sql.HearAsync(() => Tasks.ListAsync(unit, SubTaskView.Mine, new PageRequest()))).Count.ShouldBe(2);
        foreach (var page in new[] { new PageRequest(Size: 2), new PageRequest(first.Next, Size: 2), new PageRequest(third.Previous, Backwards: true, Size: 2) })
        {
            var sent = await portal.Sql.HearAsync(() => Tasks.ListAsync(unit, SubTaskView.Mine, page));
            var plan = await portal.ExplainAsync(sent[0]);
            plan.ShouldContain("ix_sub_tasks_body_code_due_at_id");
            plan.ShouldNotContain("Sort");
        }
    }

    private async Task<Result<CaseNumber>> GiveAsync(Actor actor, CaseNumber number, string? body = null, DateOnly? day = null)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await Tasks.GiveAsync(actor, new GiveSubTask(id, version, body ?? People.Urban, "请清理楼道杂物", day ?? Tomorrow));
    }

    private async Task<Result<CaseNumber>> TakeAsync(Actor actor, Guid caseId, CaseStepKind kind)
    {
        var id = await portal.AskAsync<Guid>("select id from sub_tasks where case_id = $1", caseId);
        var version = await portal.AskAsync<uint>("select xmin from sub_tasks where id = $1", id);
        return await Tasks.TakeStepAsync(actor, new TakeSubTaskStep(id, version, kind, "说明"));
    }

    private async Task StepAsync(Actor actor, Guid caseId, CaseStepKind kind) => (await TakeAsync(actor, caseId, kind)).Errors.ShouldBeEmpty();
}
