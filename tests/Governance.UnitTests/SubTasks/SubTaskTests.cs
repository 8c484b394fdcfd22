using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.SubTasks;

/// <summary>What the lead asks of assisting units, and that the result waits for it.</summary>
[Trait("Provision", "P37")]
public sealed class SubTaskTests
{
    private static readonly Actor Unit = Sample.Person(Role.DepartmentHandler, Sample.Urban.Code, Sample.Urban.Name, Sample.County);
    private static readonly DateTimeOffset Due = Sample.Handling.DueAt;

    private static Result<SubTask> Give(Case subject, Actor? actor = null, DateTimeOffset? due = null, string words = "请清理楼道杂物") =>
        subject.GiveTask(actor ?? Sample.Handler, Sample.Urban, words, due ?? Due, subject.Steps[^1].At.AddMinutes(5));

    private static Result Take(Case subject, SubTask task, CaseStepKind step, Actor? actor = null, string note = "说明") =>
        subject.TakeTaskStep(
            task, step, actor ?? (SubTaskRule.For(step).Owner == SubTaskOwner.Unit ? Unit : Sample.Handler), note, subject.Steps[^1].At.AddMinutes(5));

    [Theory]
    [InlineData(CaseState.Dispatched)]
    [InlineData(CaseState.Handling)]
    public void A_task_makes_the_unit_assist_and_is_told_on_the_timeline(CaseState state)
    {
        var subject = Sample.In(state);

        var task = Give(subject).Value;

        task.State.ShouldBe(SubTaskState.Assigned);
        subject.OpenTasks.ShouldBe(1);
        subject.Parties.Single(p => p.BodyCode == Sample.Urban.Code).Role.ShouldBe(LeadPartyRole.Assisting);
        var step = subject.Steps[^1];
        (step.Kind, step.TargetBodyName, step.DueAt, step.ToState).ShouldBe((CaseStepKind.GiveTask, Sample.Urban.Name, Due, state));
    }

    public static TheoryData<CaseState> OtherStates => new(Enum.GetValues<CaseState>()
        .Where(s => s is CaseState.Accepted or CaseState.Verifying or CaseState.Verified or CaseState.Closed));

    [Theory]
    [MemberData(nameof(OtherStates))]
    public void Tasks_are_given_while_somebody_leads_only(CaseState state) =>
        Give(Sample.In(state), Sample.Clerk).Error.ShouldBeOfType<CaseErrors.WrongState>();

    [Fact]
    public void Only_who_leads_or_dispatches_there_gives_tasks()
    {
        Give(Sample.In(CaseState.Handling), Unit).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        Give(Sample.In(CaseState.Handling), Sample.Person(Role.TownshipClerk, "x", "x", Sample.OtherTownship)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        Give(Sample.In(CaseState.Handling), Sample.Clerk).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_is_refused_at_its_field()
    {
        var subject = Sample.In(CaseState.Handling);
        var now = subject.Steps[^1].At;

        subject.GiveTask(Sample.Handler, Sample.Housing, "请协助", Due, now).Error.ShouldBeOfType<SubTaskErrors.LeadItself>().Field.ShouldBe("BodyCode");
        subject.GiveTask(Sample.Handler, Sample.OtherHousing, "请协助", Due, now).Error.ShouldBeOfType<CaseErrors.BodyNotCompetent>().Field.ShouldBe("BodyCode");
        Give(subject, words: " ").Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Words");
        Give(subject, due: now).Error.ShouldBeOfType<SubTaskErrors.BadDueDay>().Field.ShouldBe("DueDay");
        Give(subject, due: Due.AddDays(1)).Error.ShouldBeOfType<SubTaskErrors.BadDueDay>().Field.ShouldBe("DueDay");
        (subject.OpenTasks, subject.Parties.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_late_case_may_still_ask_for_help() =>
        Sample.In(CaseState.Handling).GiveTask(Sample.Handler, Sample.Urban, "请协助", Due.AddDays(12), Due.AddDays(10)).IsOk.ShouldBeTrue();

    [Fact]
    public void The_result_waits_for_every_task()
    {
        var subject = Sample.In(CaseState.Handling);
        var done = Give(subject).Value;
        var withdrawn = Give(subject).Value;
        Sample.Take(subject, CaseStepKind.SubmitResult).Error.ShouldBeOfType<SubTaskErrors.StillOpen>().Count.ShouldBe(2);

        Take(subject, done, CaseStepKind.SignTask).IsOk.ShouldBeTrue();
        Take(subject, done, CaseStepKind.ReportTask, note: "已清理").IsOk.ShouldBeTrue();
        Take(subject, done, CaseStepKind.ReturnTask, note: "地下室没有清理").IsOk.ShouldBeTrue();
        done.State.ShouldBe(SubTaskState.Working);
        Take(subject, done, CaseStepKind.ReportTask, note: "地下室也已清理").IsOk.ShouldBeTrue();
        Take(subject, done, CaseStepKind.AcceptTask).IsOk.ShouldBeTrue();
        Sample.Take(subject, CaseStepKind.SubmitResult).Error.ShouldBeOfType<SubTaskErrors.StillOpen>().Count.ShouldBe(1);
        Take(subject, withdrawn, CaseStepKind.WithdrawTask).IsOk.ShouldBeTrue();

        Sample.Take(subject, CaseStepKind.SubmitResult).IsOk.ShouldBeTrue();
        done.Result.ShouldBe("地下室也已清理");
        (done.State, withdrawn.State).ShouldBe((SubTaskState.Done, SubTaskState.Withdrawn));
    }

    [Fact]
    public void Every_step_starts_only_where_the_table_says_and_by_whom_it_says()
    {
        foreach (var rule in SubTaskRule.All)
            foreach (var state in Enum.GetValues<SubTaskState>())
            {
                var (subject, task) = In(state);
                var wrong = rule.Owner == SubTaskOwner.Unit ? Sample.Handler : Unit;
                Take(subject, task, rule.Kind, wrong).Error.ShouldBeOfType<PlatformErrors.NotPermitted>($"{rule.Kind} {state}");
                Take(subject, task, rule.Kind).IsOk.ShouldBe(rule.From.Contains(state), $"{rule.Kind} {state}");
                subject.OpenTasks.ShouldBe(task.State.IsOpen() ? 1 : 0, $"{rule.Kind} {state}");
            }
    }

    [Fact]
    public void Words_are_required_where_the_table_says()
    {
        foreach (var rule in SubTaskRule.All)
        {
            var (subject, task) = In(rule.From[0]);
            Take(subject, task, rule.Kind, note: " ").IsOk.ShouldBe(!rule.NoteRequired, rule.Kind.ToString());
        }
    }

    [Theory]
    [InlineData(CaseStepKind.Return)]
    [InlineData(CaseStepKind.Recall)]
    public void When_the_assignment_ends_nothing_stays_open(CaseStepKind end)
    {
        var subject = Sample.In(CaseState.Handling);
        var task = Give(subject).Value;

        Sample.Take(subject, end).IsOk.ShouldBeTrue();
        task.EndWithAssignment(Sample.Start.AddDays(2));

        subject.OpenTasks.ShouldBe(0);
        task.State.ShouldBe(SubTaskState.Withdrawn);
    }

    [Fact]
    public void Nobody_can_follow_more_than_so_many()
    {
        var subject = Sample.In(CaseState.Handling);
        for (var i = 0; i < Case.MostOpenTasks; i++)
            Give(subject).IsOk.ShouldBeTrue();

        Give(subject).Error.ShouldBeOfType<SubTaskErrors.TooMany>();
    }

    private static (Case Subject, SubTask Task) In(SubTaskState state)
    {
        var subject = Sample.In(CaseState.Handling);
        var task = Give(subject).Value;
        CaseStepKind[] way = state switch
        {
            SubTaskState.Assigned => [],
            SubTaskState.Working => [CaseStepKind.SignTask],
            SubTaskState.Reported => [CaseStepKind.SignTask, CaseStepKind.ReportTask],
            SubTaskState.Done => [CaseStepKind.SignTask, CaseStepKind.ReportTask, CaseStepKind.AcceptTask],
            _ => [CaseStepKind.WithdrawTask],
        };
        foreach (var step in way)
            Take(subject, task, step).IsOk.ShouldBeTrue();
        return (subject, task);
    }
}
