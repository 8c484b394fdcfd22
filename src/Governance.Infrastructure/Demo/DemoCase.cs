using Governance.Application.Deadlines;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;

namespace Governance.Infrastructure.Demo;

/// <summary>A demo case that is drawn but not built yet: it gets its number when it is written.</summary>
internal sealed record DemoCase
{
    public required CaseFacts Facts { get; init; }

    public required string ReporterName { get; init; }

    public required string ReporterPhone { get; init; }

    public required Actor Registrar { get; init; }

    public required string ManagingBodyCode { get; init; }

    public required Body Lead { get; init; }

    /// <summary>Body it was first assigned to by mistake; used by routes that start wrong.</summary>
    public required Body WrongLead { get; init; }

    public required DemoRoute Route { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required IReadOnlyList<DateTimeOffset> StepTimes { get; init; }

    /// <summary>The centre above the place, which a case goes to that is sent back too often.</summary>
    public required Body Centre { get; init; }

    public required string ResultText { get; init; }

    public required string AnswerText { get; init; }

    /// <summary>Draws the phrases beside the steps.</summary>
    public required int NoteSeed { get; init; }

    private const double CalledBack = 0.6;

    /// <summary>Builds the case through the domain.</summary>
    public Case Build(CaseNumber number, string sourceKey, (ProtectedText? Name, ProtectedText? Phone) reporter, DemoCast cast, CaseClock clock)
    {
        var built = Case.Register(
            number, Facts, reporter, ManagingBodyCode, Guid.CreateVersion7(Start), Registrar,
            clock.CountAcceptance(Facts.Place, Facts.CategoryCode, Facts.Urgency, Start), Start, sourceKey).Value;
        var random = new Random(NoteSeed);
        var assigned = 0;
        foreach (var (step, at) in Route.Steps.Zip(StepTimes))
        {
            var body = step == CaseStepKind.Dispatch && assigned++ == 0 && Route.StartsWrong ? WrongLead : Lead;
            var taken = Take(built, step, at, body, cast, clock, random);
            if (!taken.IsOk)
                throw new InvalidOperationException($"A demo case was refused the step {step}: {taken.Error.Code}");
        }
        if (Case.IsAnswered(built.State, built.ClosedAt) && random.NextDouble() < CalledBack)
            Rate(built, DrawLevel(built, random), cast, clock, built.Steps[^1].At, random);
        return built;
    }

    // Who was unhappy before is often so again; an unhappy first word would take the case up again, which is a route of its own.
    private static SatisfactionLevel DrawLevel(Case built, Random random) =>
        built.ReopenedByReporter && random.NextDouble() < 0.4 ? SatisfactionLevel.Unsatisfied
        : random.NextDouble() < 0.75 ? SatisfactionLevel.Satisfied : SatisfactionLevel.Fair;

    private Result Rate(Case built, SatisfactionLevel level, DemoCast cast, CaseClock clock, DateTimeOffset at, Random random)
    {
        bool? solved = random.NextDouble() < 0.3 ? null : level != SatisfactionLevel.Unsatisfied && random.NextDouble() < 0.9;
        return built.Rate(cast.Manager(ManagingBodyCode), level, "", clock.CountHandling(Facts.Place, Facts.CategoryCode, Facts.Urgency, at), at, solved);
    }

    private Result Take(Case built, CaseStepKind step, DateTimeOffset at, Body body, DemoCast cast, CaseClock clock, Random random)
    {
        var manager = cast.Manager(ManagingBodyCode);
        var handler = cast.Handler(step == CaseStepKind.Return ? WrongLead : Lead);
        Domain.Deadlines.Deadline Handling() => clock.CountHandling(Facts.Place, Facts.CategoryCode, Facts.Urgency, at);
        string Note(DemoNote note) => DemoWords.Note(note, random);
        return step switch
        {
            CaseStepKind.Accept => built.Accept(manager, Note(DemoNote.Accepted), Handling(), at),
            CaseStepKind.Refuse => built.Refuse(manager, Note(DemoNote.Refused), at),
            CaseStepKind.Dispatch => built.Dispatch(manager, body, Note(DemoNote.Dispatched), at),
            CaseStepKind.Consult => built.Assign(
                manager, Question(), [], Note(DemoNote.Dispatched), clock.CountConsultation(Facts.Place, Facts.CategoryCode, Facts.Urgency, at), at),
            CaseStepKind.RaiseObjection => built.RaiseObjection(handler, Note(DemoNote.Returned), Centre, at),
            CaseStepKind.Recall => built.Recall(manager, Note(DemoNote.Recalled), at),
            CaseStepKind.Sign => built.Sign(handler, "", at),
            CaseStepKind.Return => built.Return(handler, Note(DemoNote.Returned), Centre, at),
            CaseStepKind.SubmitResult => built.SubmitResult(handler, ResultText, at),
            CaseStepKind.PassVerification => built.Verify(Verifier(built, manager), true, Note(DemoNote.Passed), at),
            CaseStepKind.FailVerification => built.Verify(Verifier(built, manager), false, Note(DemoNote.Failed), at),
            CaseStepKind.Close => built.Close(manager, AnswerText, at),
            CaseStepKind.Archive => built.Archive(manager, "", at),
            // Every other reopening is an unhappy reporter's.
            CaseStepKind.Reopen => NoteSeed % 2 == 0
                ? Rate(built, SatisfactionLevel.Unsatisfied, cast, clock, at, random)
                : built.Reopen(manager, Note(DemoNote.Reopened), Handling(), at),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }

    private LeadSituation Question() => new()
    {
        Departments = [LeadDepartment.Of(Lead), LeadDepartment.Of(WrongLead)],
        Areas = [new LeadArea(Facts.Place, "")],
        Centre = LeadDepartment.Of(Centre),
    };

    // Who handled it does not verify it.
    private static Actor Verifier(Case built, Actor manager) => built.ResultById == manager.UserId ? DemoCast.Colleague(manager) : manager;
}
