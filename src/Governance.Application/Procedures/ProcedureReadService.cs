using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>What people read about procedures: the tab of a case and the work list.</summary>
public sealed class ProcedureReadService(IProcedureQueries queries, IReferenceData reference, TimeProvider time)
{
    private static readonly string[] AgreementPapers = ["agreement", "followup"];
    private const string SlipPaper = "handover";

    /// <summary>The tab 化解程序 of a case whose head was found with the person's rights.</summary>
    public async Task<ProcedureTab> ReadTabAsync(Actor actor, CaseHead head, CancellationToken ct = default)
    {
        var pack = reference.Pack;
        var records = await queries.OfCaseAsync(CaseVisibility.Of(actor), head.Id, ct);
        var labour = ProcedureDossiers.LooksLikeLabour(pack, head.CategoryCode);
        var dossier = new ProcedureDossier(head.State, labour, [.. records.Select(r => ProcedureDossiers.Standing(pack, r))]);
        var department = ProcedureDossiers.DepartmentOf(pack, head.CategoryCode);
        return new ProcedureTab(
            [.. records.Select(r => View(pack, r, dossier))],
            [.. pack.Procedures.Kinds.Select(kind => new ProcedureOffer(
                kind, ProcedureRule.WhyNot(new ProcedureQuestion(kind, "", null, dossier)),
                department is not null && kind.Departments.Contains(department), kind.BodyAt(head.Place, area => pack.FindDivision(area)?.Name)))],
            ProcedureDossiers.MayRun(actor, head.Place, head.LeadBodyCode), labour)
        {
            MayReadMediation = actor.May(Permission.ReadMediation),
        };
    }

    /// <summary>A page of the work list.</summary>
    public async Task<Result<Page<ProcedureRow>>> ListAsync(Actor actor, ProcedureListCriteria criteria, PageRequest page, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (visibility.Nothing)
            return new PlatformErrors.NotPermitted();
        return await queries.ListAsync(visibility, criteria, actor.BodyCode, time.GetUtcNow(), page, ct);
    }

    /// <summary>The papers that fit a procedure: those of the steps it took, and those of its outcome.</summary>
    /// <param name="catalogue">Papers of the pack.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="stepCode">The step it is at.</param>
    /// <param name="outcomeCode">Its outcome, or null.</param>
    /// <param name="hasSlip">True when something was handed over.</param>
    public static IReadOnlyList<DocumentTemplate> PapersOf(
        ProcedureCatalogue catalogue, ProcedureKind kind, string stepCode, string? outcomeCode, bool hasSlip)
    {
        var last = kind.Steps.ToList().FindIndex(s => s.Code == stepCode);
        var codes = kind.Steps.Take(last + 1).SelectMany(s => s.Documents).ToHashSet();
        // Written down while the parties still sit at the table, so offered before the outcome is.
        if (kind.Way == ProcedureWay.Mediation
            && (outcomeCode is not null ? kind.FindOutcome(outcomeCode)?.IsAgreement == true : kind.OutcomesFrom(stepCode).Any(o => o.IsAgreement)))
            codes.UnionWith(AgreementPapers);
        if (hasSlip)
            codes.Add(SlipPaper);
        return [.. catalogue.Templates.Where(t => codes.Contains(t.Code))];
    }

    private ProcedureView View(CityPack pack, ProcedureRecord record, ProcedureDossier dossier)
    {
        var kind = pack.Procedures.FindKind(record.KindCode);
        var outcome = record.OutcomeCode is { } code ? kind?.FindOutcome(code) : null;
        var step = kind?.FindStep(record.StepCode);
        var now = time.GetUtcNow();
        return new ProcedureView(
            record, kind, record.LimitId is { } limit ? pack.Procedures.FindLimit(limit) : null, outcome,
            record.IsRunning && kind is not null ? [.. (step?.Next ?? []).Select(kind.FindStep).OfType<ProcedureStepRule>()] : [],
            record.IsRunning && kind is not null ? [.. kind.OutcomesFrom(record.StepCode)] : [],
            [.. (outcome?.Ways ?? []).Select(way => Way(pack, way, record, dossier, now)).OfType<WayView>()],
            kind is null ? [] : PapersOf(pack.Procedures, kind, record.StepCode, record.OutcomeCode, record.HandOvers.Count > 0));
    }

    private WayView? Way(CityPack pack, ProcedureNextWay way, ProcedureRecord record, ProcedureDossier dossier, DateTimeOffset now)
    {
        if (pack.Procedures.FindKind(way.KindCode) is not { } kind)
            return null;
        var until = way is { IsCounted: true, Limit: { } limit } && record.EndedOn is { } ended ? ProcedureClock.Count(limit, ended, reference.Calendar) : null;
        return new WayView(
            kind, way, until, until < now, ProcedureRule.WhyNot(new ProcedureQuestion(kind, kind.NeedsAct ? record.Act : "", null, dossier)));
    }
}
