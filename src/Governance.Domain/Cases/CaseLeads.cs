using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>The decision who leads (主办确定, H43): the case gathers the facts, the table of <see cref="LeadRule"/> answers.</summary>
public sealed partial class Case
{
    /// <summary>Most departments one matter may concern.</summary>
    public const int MostDepartments = 8;

    /// <summary>Most further places one matter may concern.</summary>
    public const int MostOtherPlaces = 20;

    private readonly List<LeadParty> _parties = [];

    /// <summary>Bodies that take or took part in the decision who leads; empty for a matter of one department.</summary>
    public IReadOnlyList<LeadParty> Parties => _parties;

    /// <summary>Further places the matter touches.</summary>
    public IReadOnlyList<AreaCode> OtherPlaces { get; private set; } = [];

    /// <summary>The centre that decides who leads, or null.</summary>
    public string? TurnBodyCode { get; private set; }

    /// <summary>When the departments must have agreed, UTC; null while nobody consults.</summary>
    public DateTimeOffset? ConsultUntil { get; private set; }

    /// <summary>Where the decision stands.</summary>
    public LeadStanding LeadStanding => new(
        State, LeadBodyCode, TurnBodyCode, [.. _parties.Select(p => new LeadPartyStanding(p.BodyCode, p.Role, p.ObjectedAt is not null))]);

    /// <summary>分派: the departments and places of the matter are named, and the rule says who leads or whose turn it is.</summary>
    /// <param name="actor">Who dispatches.</param>
    /// <param name="question">Departments, areas and the centre above them.</param>
    /// <param name="otherPlaces">Further places as chosen.</param>
    /// <param name="note">Accompanying words.</param>
    /// <param name="consultation">Counted time for consulting.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Assign(
        Actor actor, LeadSituation question, IReadOnlyList<AreaCode> otherPlaces, string note, Deadline consultation, DateTimeOffset at)
    {
        if (!CaseStepRule.For(CaseStepKind.Dispatch).StartsFrom(State))
            return new CaseErrors.WrongState(CaseStepKind.Dispatch, State) { Ground = GroundKeys.CaseDispatch };
        if (question.Departments.FirstOrDefault(d => !IsCompetent(d.Code, otherPlaces)) is { } foreign)
            return new CaseErrors.BodyNotCompetent(foreign.Name) { Field = nameof(LeadBodyCode) };
        if (CheckCircle(question.Departments) is { } unknown)
            return unknown;
        note = PlainText.Clean(note);
        if (note.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong("分派说明", CaseStep.NoteLength, note.Length) { Field = "Note" };

        OtherPlaces = otherPlaces;
        var decision = LeadRule.Decide(question);
        if (decision.Lead is { } lead)
            return Take(CaseStepKind.Dispatch, actor, note, at, target: lead, facts: decision.Facts);
        for (var i = 0; i < question.Departments.Count; i++)
            Party(question.Departments[i]).Consult(i + 1);
        if (decision.Rule.Outcome == LeadOutcome.Consult)
        {
            (State, ConsultUntil) = (CaseState.Consulting, consultation.DueAt);
            Record(CaseStepKind.Consult, actor, at, note, decision.Rule.Ground, Names(question.Departments), consultation.DueAt, decision.Facts);
        }
        else
        {
            // Across areas the centre above runs the case from here on.
            ManagingBodyCode = question.Centre.Code;
            Refer(actor, decision, question.Centre, note, at);
        }
        return Result.Ok;
    }

    /// <summary>会商答复: a department says who should lead; when all have, the rule decides.</summary>
    public Result AnswerConsultation(Actor actor, string? proposedCode, string reason, Body centre, DateTimeOffset at)
    {
        var step = LeadStepRule.For(CaseStepKind.AnswerConsultation);
        if (Check(step, actor, ref reason) is { } refusal)
            return refusal;
        if (Consulted.FirstOrDefault(p => p.BodyCode == proposedCode) is not { } proposed)
            return new LeadErrors.NotConsulted { Field = "Proposed", Ground = step.Ground };
        if (proposed.BodyCode != actor.BodyCode && reason.Length == 0)
            return new LeadErrors.ReasonRequired { Field = "Note", Ground = step.Ground };
        _parties.Single(p => p.BodyCode == actor.BodyCode).Answer(proposed.Department, reason, at);
        Record(step.Kind, actor, at, reason, step.Ground, proposed.BodyName);
        Follow(LeadRule.Decide(Situation(centre)), actor, centre, at);
        return Result.Ok;
    }

    /// <summary>The time for consulting is over: the case goes to the centre. Nothing happens when it was settled before.</summary>
    /// <returns>True when the case went on.</returns>
    public bool ExpireConsultation(Actor system, Body centre, DateTimeOffset at)
    {
        if (State != CaseState.Consulting || ConsultUntil > at)
            return false;
        Follow(LeadRule.Decide(Situation(centre) with { Expired = true }), system, centre, at);
        return true;
    }

    /// <summary>先行处置: a department acts within its powers while it is open who leads.</summary>
    public Result TakeMeasures(Actor actor, string measures, DateTimeOffset at)
    {
        var step = LeadStepRule.For(CaseStepKind.TakeMeasures);
        if (Check(step, actor, ref measures) is { } refusal)
            return refusal;
        Record(step.Kind, actor, at, measures, step.Ground);
        return Result.Ok;
    }

    /// <summary>派单异议: the assigned body objects before it signs, once; the centre decides.</summary>
    public Result RaiseObjection(Actor actor, string grounds, Body centre, DateTimeOffset at)
    {
        var step = LeadStepRule.For(CaseStepKind.RaiseObjection);
        if (State == CaseState.Dispatched && LeadBodyCode == actor.BodyCode && LeadStanding.Of(actor.BodyCode) is { HasObjected: true })
            return new LeadErrors.ObjectedBefore { Ground = step.Ground };
        if (Check(step, actor, ref grounds) is { } refusal)
            return refusal;
        var lead = new LeadDepartment(LeadBodyCode!, LeadBodyName!);
        var party = Party(lead);
        party.Become(LeadPartyRole.Lead);
        party.NoteObjection(at);
        Record(step.Kind, actor, at, grounds, step.Ground);
        Refer(actor, LeadRule.Decide(Question(centre) with { Objector = lead }), LeadDepartment.Of(centre), "", at);
        return Result.Ok;
    }

    /// <summary>指定主办: the centre names the lead; of an objection it says that it was right.</summary>
    public Result Designate(Actor actor, Body body, string reason, DateTimeOffset at)
    {
        var step = LeadStepRule.For(CaseStepKind.Designate);
        if (Check(step, actor, ref reason) is { } refusal)
            return refusal;
        if (body.Code == LeadBodyCode)
            return new LeadErrors.SameDepartment(body.Name) { Field = nameof(LeadBodyCode), Ground = step.Ground };
        if (!IsCompetent(body.Code, OtherPlaces))
            return new CaseErrors.BodyNotCompetent(body.Name) { Field = nameof(LeadBodyCode) };
        if (CheckCircle([LeadDepartment.Of(body)]) is { } unknown)
            return unknown;
        var objector = _parties.Find(p => p.BodyCode == LeadBodyCode);
        var decision = LeadRule.Decide(
            Question(new LeadDepartment(actor.BodyCode, actor.BodyName)) with { Named = LeadDepartment.Of(body), ReturnedBy = LeadHistory.ReturnedBy(_steps) });
        objector?.Become(LeadPartyRole.Former);
        Settle(step.Kind, actor, decision, reason, at);
        return Result.Ok;
    }

    /// <summary>驳回异议: the centre leaves the case where it is.</summary>
    public Result RejectObjection(Actor actor, string reason, DateTimeOffset at)
    {
        var step = LeadStepRule.For(CaseStepKind.RejectObjection);
        if (Check(step, actor, ref reason) is { } refusal)
            return refusal;
        var decision = LeadRule.Decide(
            Question(new LeadDepartment(actor.BodyCode, actor.BodyName)) with { Named = new LeadDepartment(LeadBodyCode!, LeadBodyName!) });
        Settle(step.Kind, actor, decision, reason, at);
        return Result.Ok;
    }

    /// <summary>退回: the body sends the assignment back with a reason; the third time the case goes to the centre by itself.</summary>
    public Result Return(Actor actor, string reason, Body centre, DateTimeOffset at)
    {
        if (State is CaseState.Dispatched or CaseState.Handling && LeadHistory.IsSettledByCentre(_steps.Select(s => s.Kind)))
            return new LeadErrors.SettledByCentre { Ground = GroundKeys.CaseDesignateLead };
        var taken = Take(CaseStepKind.Return, actor, reason, at);
        var returns = LeadHistory.ReturnedBy(_steps);
        if (taken.IsOk && returns.Count >= LeadRule.BouncesUntilCentre)
            Refer(actor, LeadRule.Decide(Question(LeadDepartment.Of(centre)) with { ReturnedBy = returns }), LeadDepartment.Of(centre), "", at);
        return taken;
    }

    private IEnumerable<LeadParty> Consulted => _parties.Where(p => p.Role == LeadPartyRole.Consulted).OrderBy(p => p.Position);

    private bool IsCompetent(string bodyCode, IEnumerable<AreaCode> otherPlaces) =>
        Body.AreaOf(bodyCode) is { } area && otherPlaces.Prepend(Place).Any(area.Contains);

    private Error? Check(LeadStepRule step, Actor actor, ref string note)
    {
        if (!step.From.Contains(State))
            return new CaseErrors.WrongState(step.Kind, State) { Ground = step.Ground };
        if (!step.MayBeTakenBy(actor, LeadStanding))
            return new PlatformErrors.NotPermitted { Ground = step.Ground };
        note = PlainText.Clean(note);
        if (step.NoteRequired && note.Length == 0)
            return new CaseErrors.NoteRequired(step.NoteLabel) { Field = "Note" };
        return note.Length > CaseStep.NoteLength ? new PlatformErrors.TooLong(step.NoteLabel, CaseStep.NoteLength, note.Length) { Field = "Note" } : null;
    }

    private static LeadSituation Question(Body centre) => Question(LeadDepartment.Of(centre));

    // Areas decide only when the matter is dispatched; from then on the centre is known.
    private static LeadSituation Question(LeadDepartment centre) => new() { Departments = [], Areas = [], Centre = centre };

    private LeadSituation Situation(Body centre) => Question(centre) with
    {
        Departments = [.. Consulted.Select(p => p.Department)],
        Proposals = Consulted.Where(p => p.ProposedCode is not null)
            .ToDictionary(p => p.BodyCode, p => new LeadDepartment(p.ProposedCode!, p.ProposedName!)),
    };

    private void Follow(LeadDecision decision, Actor actor, Body centre, DateTimeOffset at)
    {
        if (decision.Lead is not null)
            Settle(CaseStepKind.AgreeOnLead, actor, decision, "", at);
        else if (decision.Rule.Outcome == LeadOutcome.Centre)
            Refer(actor, decision, LeadDepartment.Of(centre), "", at);
    }

    private void Refer(Actor actor, LeadDecision decision, LeadDepartment centre, string note, DateTimeOffset at)
    {
        (State, TurnBodyCode, ConsultUntil) = (CaseState.Deciding, centre.Code, null);
        Record(CaseStepKind.Refer, actor, at, note, decision.Rule.Ground, centre.Name, facts: decision.Facts);
    }

    private void Settle(CaseStepKind kind, Actor actor, LeadDecision decision, string note, DateTimeOffset at)
    {
        var lead = decision.Lead!;
        (State, TurnBodyCode, ConsultUntil) = (CaseState.Dispatched, null, null);
        (LeadBodyCode, LeadBodyName) = (lead.Code, lead.Name);
        foreach (var party in Consulted.ToList())
            party.Become(LeadPartyRole.Assisting);
        _parties.Find(p => p.BodyCode == lead.Code)?.Become(LeadPartyRole.Lead);
        Record(kind, actor, at, note, decision.Rule.Ground, lead.Name, facts: decision.Facts);
    }

    private void EndAssignment()
    {
        (LeadBodyCode, LeadBodyName, TurnBodyCode, ConsultUntil, OpenTasks) = (null, null, null, null, 0);
        _parties.ForEach(p => p.Become(LeadPartyRole.Former));
    }

    private LeadParty Party(LeadDepartment department)
    {
        if (_parties.Find(p => p.BodyCode == department.Code) is { } known)
            return known;
        var party = LeadParty.Of(Id, department, _parties.Count + 1);
        _parties.Add(party);
        return party;
    }

    private static string Names(IReadOnlyList<LeadDepartment> departments) => departments.Count == 1
        ? departments[0].Name
        : $"{departments[0].Name}等 {departments.Count} 个部门";
}
