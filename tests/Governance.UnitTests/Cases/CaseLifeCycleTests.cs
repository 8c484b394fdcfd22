using System.Text.Json;
using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Remarks;
using Governance.Domain.SubTasks;
using Governance.Domain.Supervision;

namespace Governance.UnitTests.Cases;

/// <summary>Every step from every state, against a table written down by hand.</summary>
[Trait("Provision", "P36")]
public sealed class CaseLifeCycleTests
{
    private static readonly Dictionary<(CaseState From, CaseStepKind Step), CaseState> Allowed = new()
    {
        [(CaseState.Registered, CaseStepKind.Accept)] = CaseState.Accepted,
        [(CaseState.Registered, CaseStepKind.Refuse)] = CaseState.Refused,
        [(CaseState.Accepted, CaseStepKind.Dispatch)] = CaseState.Dispatched,
        [(CaseState.Consulting, CaseStepKind.Recall)] = CaseState.Accepted,
        [(CaseState.Dispatched, CaseStepKind.Recall)] = CaseState.Accepted,
        [(CaseState.Dispatched, CaseStepKind.Sign)] = CaseState.Handling,
        [(CaseState.Dispatched, CaseStepKind.Return)] = CaseState.Accepted,
        [(CaseState.Handling, CaseStepKind.Recall)] = CaseState.Accepted,
        [(CaseState.Handling, CaseStepKind.Return)] = CaseState.Accepted,
        [(CaseState.Handling, CaseStepKind.SubmitResult)] = CaseState.Verifying,
        [(CaseState.Verifying, CaseStepKind.PassVerification)] = CaseState.Verified,
        [(CaseState.Verifying, CaseStepKind.FailVerification)] = CaseState.Handling,
        [(CaseState.Verified, CaseStepKind.Close)] = CaseState.Closed,
        [(CaseState.Closed, CaseStepKind.Archive)] = CaseState.Archived,
        [(CaseState.Closed, CaseStepKind.Reopen)] = CaseState.Accepted,
        [(CaseState.Refused, CaseStepKind.Archive)] = CaseState.Archived,
        [(CaseState.Refused, CaseStepKind.Reopen)] = CaseState.Accepted,
        [(CaseState.Archived, CaseStepKind.Reopen)] = CaseState.Accepted,
    };

    private static readonly (CaseState State, CaseStepKind Step)[] Idempotent =
        [(CaseState.Closed, CaseStepKind.Close), (CaseState.Archived, CaseStepKind.Archive)];

    private static readonly CaseState[] OpenStates =
    [
        CaseState.Registered, CaseState.Accepted, CaseState.Consulting, CaseState.Deciding, CaseState.Dispatched, CaseState.Handling,
        CaseState.Verifying, CaseState.Verified,
    ];

    public static TheoryData<CaseState, CaseStepKind> EveryStepFromEveryState()
    {
        var data = new TheoryData<CaseState, CaseStepKind>();
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var step in CaseStepRule.All.Select(rule => rule.Kind).Append(CaseStepKind.Correct))
                data.Add(state, step);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStepFromEveryState))]
    public void A_step_leads_on_is_harmless_or_is_refused_without_a_trace(CaseState state, CaseStepKind step)
    {
        var subject = Sample.In(state);
        var before = Snapshot(subject);
        var steps = subject.Steps.Count;

        var taken = Sample.Take(subject, step);

        if (Allowed.TryGetValue((state, step), out var expected) || (step == CaseStepKind.Correct && OpenStates.Contains(state)))
        {
            taken.IsOk.ShouldBeTrue();
            subject.State.ShouldBe(step == CaseStepKind.Correct ? state : expected);
            subject.Steps.Count.ShouldBe(steps + 1);
            subject.Steps[^1].Kind.ShouldBe(step);
            subject.Steps[^1].ToState.ShouldBe(subject.State);
            return;
        }
        Snapshot(subject).ShouldBe(before);
        if (Idempotent.Contains((state, step)))
            taken.IsOk.ShouldBeTrue();
        else
            taken.Error.ShouldBeOfType<CaseErrors.WrongState>().ShouldSatisfyAllConditions(
                error => error.Step.ShouldBe(step),
                error => error.State.ShouldBe(state),
                error => error.Message.ShouldContain(state.DisplayName()),
                error => error.Message.ShouldContain(step.DisplayName()));
    }

    /// <summary>The steps that are not in this table are in the one of the decision who leads, or follow from it.</summary>
    [Fact]
    public void Every_kind_of_step_is_in_a_table_or_follows_from_one() =>
        CaseStepRule.All.Select(rule => rule.Kind).Concat(LeadStepRule.All.Select(rule => rule.Kind)).Concat(ChargeRule.All.Select(rule => rule.Kind))
            .Concat([CaseStepKind.Register, CaseStepKind.Correct, CaseStepKind.Consult, CaseStepKind.AgreeOnLead, CaseStepKind.Refer, CaseStepKind.Rate])
            .Concat([CaseStepKind.Merge, CaseStepKind.TakeInRepeats, CaseStepKind.Unmerge, CaseStepKind.ReleaseRepeat])
            .Concat(RemarkRule.All.Select(rule => rule.Kind)).Concat(TimeRule.All.Select(rule => rule.Kind).Distinct()).Append(CaseStepKind.Recount)
            .Concat([CaseStepKind.OpenProcedure, CaseStepKind.EndProcedure, CaseStepKind.ConfirmAgreement])
            .Concat(SubTaskRule.All.Select(rule => rule.Kind).Append(CaseStepKind.GiveTask))
            .Concat(SupervisionRule.All.Select(rule => rule.Kind))
            .Concat([CaseStepKind.Restrict, CaseStepKind.LiftRestriction, CaseStepKind.ChangeCircle, CaseStepKind.HandOver, CaseStepKind.ConfirmReceipt, CaseStepKind.RemindOfReceipt])
            .Concat([CaseStepKind.RecordFinding, CaseStepKind.AnswerReporter, CaseStepKind.NotifyBody, CaseStepKind.KeepConfidential, CaseStepKind.EndConfidence, CaseStepKind.NameHandlers])
            .ShouldBe(Enum.GetValues<CaseStepKind>(), ignoreOrder: true);

    [Fact]
    public void Exactly_the_open_states_count_as_open() =>
        Enum.GetValues<CaseState>().Where(s => s.IsOpen()).ShouldBe(OpenStates, ignoreOrder: true);

    [Fact]
    public void A_new_case_waits_for_acceptance_with_one_step_in_its_timeline()
    {
        var made = Sample.Registered();

        made.State.ShouldBe(CaseState.Registered);
        made.RegisteredAt.ShouldBe(Sample.Start);
        made.Steps.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            step => step.Kind.ShouldBe(CaseStepKind.Register),
            step => step.Sequence.ShouldBe(1),
            step => step.ActorId.ShouldBe(Sample.Clerk.UserId),
            step => step.ActorName.ShouldBe(Sample.Clerk.DisplayName),
            step => step.BodyName.ShouldBe(Sample.Clerk.BodyName),
            step => step.CaseId.ShouldBe(made.Id));
    }

    private static string Snapshot(Case subject) => JsonSerializer.Serialize(subject);
}
