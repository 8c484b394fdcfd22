using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Domain.SubTasks;
using Governance.Domain.Supervision;

namespace Governance.Domain.Cases;

/// <summary>
/// A matter somebody brought (案件) and everything that was done about it (H38, H43). Its life is the table of
/// <see cref="CaseStepRule"/>; every step is kept with who, when and on which ground.
/// </summary>
public sealed partial class Case
{
    private readonly List<CaseStep> _steps = [];

    private Case()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>一案一码.</summary>
    public CaseNumber Number { get; private set; } = null!;

    /// <summary>One line that names the matter.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the person said.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Place, normally a village or community.</summary>
    public AreaCode Place { get; private set; }

    /// <summary>Street, building, landmark.</summary>
    public string PlaceDetail { get; private set; } = "";

    /// <summary>Category of the city pack.</summary>
    public string CategoryCode { get; private set; } = "";

    /// <summary>Where it came from.</summary>
    public CaseChannel Channel { get; private set; }

    /// <summary>How urgent it is.</summary>
    public CaseUrgency Urgency { get; private set; }

    /// <summary>Name of the reporter, encrypted.</summary>
    public ProtectedText? ReporterName { get; private set; }

    /// <summary>Phone of the reporter, encrypted.</summary>
    public ProtectedText? ReporterPhone { get; private set; }

    /// <summary>Where the case stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>When it was logged, UTC.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>When it was closed (结案), UTC; null while open and for a refused case.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When the running clock started, UTC.</summary>
    public DateTimeOffset ClockStartedAt { get; private set; }

    /// <summary>When the current limit ends, UTC; kept after closing to tell on time from late.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The limit that runs: pack rule, value, unit, basis.</summary>
    public TimeLimit Limit { get; private set; } = null!;

    /// <summary>Body that runs the case: accepts, assigns, verifies and closes it.</summary>
    public string ManagingBodyCode { get; private set; } = "";

    /// <summary>Body it is assigned to (牵头单位), or null.</summary>
    public string? LeadBodyCode { get; private set; }

    /// <summary>Name of that body at the time.</summary>
    public string? LeadBodyName { get; private set; }

    /// <summary>Who submitted the last result and so does not verify it; null for an import.</summary>
    public Guid? ResultById { get; private set; }

    /// <summary>Answer given to the reporter when the case was closed, or the reason of a refusal.</summary>
    public string? Answer { get; private set; }

    /// <summary>How often it was reopened.</summary>
    public int ReopenCount { get; private set; }

    /// <summary>Number of the matter at its source, unique there; null for cases logged here.</summary>
    public string? SourceKey { get; private set; }

    /// <summary>Key of the form that logged it: the same form sent twice makes one case.</summary>
    public Guid SubmissionKey { get; private set; }

    /// <summary>Changes with every save; two people saving the same case meet on it.</summary>
    public uint Version { get; private set; }

    /// <summary>The timeline, oldest first.</summary>
    public IReadOnlyList<CaseStep> Steps => _steps;

    /// <summary>登记: logs a case. The clock of acceptance starts.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="facts">Cleaned facts; refused with every fault at its field.</param>
    /// <param name="reporter">Encrypted name and phone, each may be null.</param>
    /// <param name="managingBodyCode">Body that will run it.</param>
    /// <param name="submissionKey">Key of the form.</param>
    /// <param name="actor">Who logs it.</param>
    /// <param name="acceptance">Counted limit for accepting it.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="sourceKey">Number at the source for matters handed over, or null.</param>
    public static Result<Case> Register(
        CaseNumber number, CaseFacts facts, (ProtectedText? Name, ProtectedText? Phone) reporter, string managingBodyCode,
        Guid submissionKey, Actor actor, Deadline acceptance, DateTimeOffset at, string? sourceKey = null)
    {
        var errors = facts.Check();
        if (errors.Count > 0)
            return Result<Case>.Refused(errors);

        var registered = new Case
        {
            Id = Guid.CreateVersion7(at),
            Number = number,
            ReporterName = reporter.Name,
            ReporterPhone = reporter.Phone,
            State = CaseState.Registered,
            RegisteredAt = at,
            ManagingBodyCode = managingBodyCode,
            SubmissionKey = submissionKey,
            SourceKey = sourceKey,
        };
        registered.SetFacts(facts);
        registered.StartClock(acceptance);
        registered.Record(CaseStepKind.Register, actor, at, "", GroundKeys.CaseIntake, dueAt: acceptance.DueAt);
        return registered;
    }

    /// <summary>受理: takes the case on; the clock of handling starts.</summary>
    public Result Accept(Actor actor, string note, Deadline handling, DateTimeOffset at) =>
        Take(CaseStepKind.Accept, actor, note, at, handling);

    /// <summary>不予受理: refuses the case with a reason the reporter is told.</summary>
    public Result Refuse(Actor actor, string reason, DateTimeOffset at) => Take(CaseStepKind.Refuse, actor, reason, at);

    /// <summary>分派: assigns the case to the one body that is competent for the matter and the place.</summary>
    public Result Dispatch(Actor actor, Body body, string note, DateTimeOffset at)
    {
        if (!body.AreaCode.Contains(Place))
            return new CaseErrors.BodyNotCompetent(body.Name) { Field = nameof(LeadBodyCode) };
        return Take(CaseStepKind.Dispatch, actor, note, at, target: LeadDepartment.Of(body));
    }

    /// <summary>撤回: takes an assignment back with a reason.</summary>
    public Result Recall(Actor actor, string reason, DateTimeOffset at) => Take(CaseStepKind.Recall, actor, reason, at);

    /// <summary>签收: the body confirms and starts.</summary>
    public Result Sign(Actor actor, string note, DateTimeOffset at) => Take(CaseStepKind.Sign, actor, note, at);

    /// <summary>提交办理结果.</summary>
    public Result SubmitResult(Actor actor, string result, DateTimeOffset at)
    {
        if (State == CaseState.Handling && OpenTasks > 0)
            return new SubTaskErrors.StillOpen(OpenTasks) { Ground = GroundKeys.CasePromptMeasures };
        var taken = Take(CaseStepKind.SubmitResult, actor, result, at);
        if (taken.IsOk)
            // An import acts without an account: its result is nobody's own.
            ResultById = actor.UserId == Guid.Empty ? null : actor.UserId;
        return taken;
    }

    /// <summary>核查: somebody other than the handler checks the result.</summary>
    public Result Verify(Actor actor, bool passed, string note, DateTimeOffset at) =>
        State == CaseState.Verifying && ResultById == actor.UserId
            ? new CaseErrors.VerifierMustNotBeHandler { Ground = GroundKeys.CaseVerification }
            : Take(passed ? CaseStepKind.PassVerification : CaseStepKind.FailVerification, actor, note, at);

    /// <summary>结案: closes the case with the answer the reporter gets; closing a closed case changes nothing.</summary>
    /// <param name="actor">Who closes.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="facts">What should be known of the closing, e.g. that a suit still runs and why it is closed all the same; null for nothing.</param>
    public Result Close(Actor actor, string answer, DateTimeOffset at, string? facts = null) =>
        State == CaseState.Verified && Inquiry?.RefusesToClose(ReporterPhone is not null) is { } unanswered
            ? unanswered
            : Take(CaseStepKind.Close, actor, answer, at, facts: facts);

    /// <summary>归档; archiving an archived case changes nothing.</summary>
    public Result Archive(Actor actor, string note, DateTimeOffset at) => Take(CaseStepKind.Archive, actor, note, at);

    /// <summary>重开: work starts again with a fresh clock.</summary>
    public Result Reopen(Actor actor, string reason, Deadline handling, DateTimeOffset at)
    {
        var taken = Take(CaseStepKind.Reopen, actor, reason, at, handling);
        if (taken.IsOk)
        {
            ReopenCount++;
            _parties.ForEach(p => p.StartAnew());
            Inquiry?.StartAnew();
        }
        return taken;
    }

    /// <summary>更正: corrects the facts. The running limit is counted again from its start when category or urgency changed it.</summary>
    /// <param name="actor">Who corrects.</param>
    /// <param name="facts">Cleaned new facts.</param>
    /// <param name="recounted">The limit counted again from <see cref="ClockStartedAt"/>.</param>
    /// <param name="summary">What changed, in words, for the timeline.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="managingBodyCode">Body that runs the case at its new place; null when that stays.</param>
    public Result Correct(
        Actor actor, CaseFacts facts, Deadline recounted, string summary, DateTimeOffset at, string? managingBodyCode = null)
    {
        if (!State.IsOpen())
            return new CaseErrors.WrongState(CaseStepKind.Correct, State);
        if (facts.Place != Place && State is (CaseState.Consulting or CaseState.Deciding))
            return new LeadErrors.PlaceIsFixed { Field = nameof(Place) };
        if (facts.Place != Place && LeadBodyCode is not null && Body.AreaOf(LeadBodyCode) is { } leadArea && !leadArea.Contains(facts.Place))
            return new CaseErrors.LeadNotCompetentThere(LeadBodyName ?? "") { Field = nameof(Place) };
        var errors = facts.Check();
        if (errors.Count > 0)
            return Result.Refused(errors);
        if (summary.Length == 0)
            return Result.Ok;
        SetFacts(facts);
        ManagingBodyCode = managingBodyCode ?? ManagingBodyCode;
        var dueChanged = recounted.DueAt != DueAt;
        StartClock(recounted);
        Record(CaseStepKind.Correct, actor, at, summary, null, dueAt: dueChanged ? DueAt : null);
        return Result.Ok;
    }

    private Result Take(CaseStepKind kind, Actor actor, string note, DateTimeOffset at, Deadline? clock = null, LeadDepartment? target = null, string? facts = null)
    {
        var rule = CaseStepRule.For(kind);
        // A repeat in the end state is idempotent: the second click of an impatient hand does no harm.
        if (kind is (CaseStepKind.Close or CaseStepKind.Archive) && State == rule.To)
            return Result.Ok;
        if (!rule.StartsFrom(State))
            return new CaseErrors.WrongState(kind, State) { Ground = rule.Ground };
        note = PlainText.Clean(note);
        if (rule.NoteRequired && note.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        if (note.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong(rule.NoteLabel, CaseStep.NoteLength, note.Length) { Field = "Note" };

        Count(kind, at);
        State = rule.To;
        if (kind is CaseStepKind.Recall or CaseStepKind.Return or CaseStepKind.Reopen)
            EndAssignment();
        if (target is not null)
            (LeadBodyCode, LeadBodyName) = (target.Code, target.Name);
        if (kind == CaseStepKind.Close)
            ClosedAt = at;
        if (kind is CaseStepKind.Close or CaseStepKind.Refuse)
            Answer = note;
        if (kind == CaseStepKind.Reopen)
            (ClosedAt, Answer, ResultById, Satisfaction, SatisfactionAt) = (null, null, null, null, null);
        if (clock is not null)
            StartClock(clock);
        Record(kind, actor, at, note, rule.Ground, target?.Name, clock?.DueAt, facts);
        return Result.Ok;
    }

    private void SetFacts(CaseFacts facts)
    {
        Title = facts.Title;
        Description = facts.Description;
        Place = facts.Place;
        PlaceDetail = facts.PlaceDetail;
        CategoryCode = facts.CategoryCode;
        Channel = facts.Channel;
        Urgency = facts.Urgency;
    }

    /// <summary>Thresholds are counted from the deadline: where it moves, they are looked for anew.</summary>
    private void MoveDue(DateTimeOffset dueAt)
    {
        if (dueAt != DueAt)
            (DueAt, WatchedUntil) = (dueAt, null);
    }

    private void StartClock(Deadline deadline)
    {
        ClockStartedAt = deadline.StartedAt;
        MoveDue(deadline.DueAt);
        Limit = deadline.Limit;
    }

    private void Record(
        CaseStepKind kind, Actor actor, DateTimeOffset at, string note, string? ground, string? target = null, DateTimeOffset? dueAt = null,
        string? facts = null)
    {
        _steps.Add(CaseStep.Create(Id, _steps.Count + 1, kind, State, actor, at, note, ground, target, dueAt, facts));
        // Who acts has answered the urging.
        if (!RemarkRule.IsRemark(kind) && kind != CaseStepKind.Correct && !TimeRule.IsOfTheClock(kind) && !SupervisionRule.IsFromAbove(kind))
            UrgedAt = null;
    }
}
