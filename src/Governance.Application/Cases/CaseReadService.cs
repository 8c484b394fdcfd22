using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Leads;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Domain.Repeats;

namespace Governance.Application.Cases;

/// <summary>What people may read about cases: lists, the workbench, the detail page, exports, and the citizen's look-up.</summary>
public sealed class CaseReadService(
    ICaseQueries queries, IUnitOfWorkFactory units, IReferenceData reference, CaseClock clock, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Most rows of one export.</summary>
    public const int ExportBound = 50_000;

    /// <summary>Shortest stated reason for seeing a reporter in clear.</summary>
    public const int ReasonMinimum = Disclosure.ReasonMinimum;

    /// <summary>Longest one; the trail keeps it whole.</summary>
    public const int ReasonMaximum = Disclosure.ReasonMaximum;

    /// <summary>What stands in place of a reporter who asked to be kept confidential.</summary>
    public const string ConfidentialReporter = "反映人要求保密";

    /// <summary>A page of a list.</summary>
    public async Task<Result<Page<CaseRow>>> ListAsync(Actor actor, CaseListCriteria criteria, PageRequest page, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (visibility.Nothing)
            return new PlatformErrors.NotPermitted();
        return await queries.ListAsync(visibility, criteria, Owner(actor), Moments(), page, ct);
    }

    /// <summary>The figures of the workbench; null for a person who works on no cases.</summary>
    public async Task<WorkbenchFigures?> CountWorkAsync(Actor actor, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (visibility.Nothing)
            return null;
        var figures = await queries.CountWorkAsync(visibility, Owner(actor), Moments(), ct);
        if (!actor.May(Permission.HandleCase) && !actor.May(Permission.FollowUpCharge))
            return figures;
        var (tasks, followUps) = await queries.CountBesidesAsync(visibility, actor, time.GetUtcNow().ChinaDay(), ct);
        return figures with { OpenTasks = tasks, FollowUpsOverdue = followUps };
    }

    /// <summary>The detail page of a case.</summary>
    public async Task<Result<CaseDetail>> FindAsync(Actor actor, CaseNumber number, CancellationToken ct = default)
    {
        if (await FindRecordAsync(actor, number, ct) is not { } found)
            return new CaseErrors.NotFound();
        var mayKnow = Case.MayKnowReporter(actor, found.ReporterConfidential, found.ManagingBodyCode);
        // Not even a surname or the end of a phone: in a village that names the person.
        var masked = !mayKnow ? ConfidentialReporter : string.Join(' ', new[] { Masks.Name(protector.Reveal(found.ReporterName)), Masks.Phone(protector.Reveal(found.ReporterPhone)) }
            .Where(part => part is not null));
        return new CaseDetail(
            mayKnow ? found : found with { ReporterName = null, ReporterPhone = null },
            masked.Length == 0 ? null : masked,
            clock.Count([found.Limit], found.ClockStartedAt, MergedTime.Of(found.Steps.Select(s => (s.Kind, s.At))).Where(s => s.To < DateTimeOffset.MaxValue)),
            [.. CaseStepRule.OpenTo(actor, found.State, found.Place, found.LeadBodyCode, found.ResultById)
                .Where(rule => rule.Kind != CaseStepKind.Return || !LeadHistory.IsSettledByCentre(found.Steps.Select(s => s.Kind)))],
            found.State.IsOpen() && actor.May(Permission.AcceptCase, found.Place),
            masked.Length > 0 && mayKnow && actor.May(Permission.RevealReporter))
        {
            MayKeepConfidential = !found.ReporterConfidential && Case.MayKeepConfidential(actor, found.Place, found.LeadBodyCode, found.RegistrarId),
            MayEndConfidence = found.ReporterConfidential && mayKnow,
            LeadSteps = LeadStepRule.OpenTo(actor, found.LeadStanding()),
            Remarks = RemarkRule.OpenTo(actor, found.State, found.Place),
        };
    }

    /// <summary>The head of a case, for the pages that show one side of it.</summary>
    public async Task<Result<CaseHead>> FindHeadAsync(Actor actor, CaseNumber number, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        return !visibility.Nothing && await queries.FindHeadAsync(visibility, number, ct) is { } head ? head : new CaseErrors.NotFound();
    }

    /// <summary>查看反映人: name and phone in clear for a stated reason, with an audit entry saved before anything is given out.</summary>
    public async Task<Result<RevealedReporter>> RevealReporterAsync(Actor actor, CaseNumber number, string reason, CancellationToken ct = default)
    {
        if (!actor.May(Permission.RevealReporter))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (Disclosure.Check(ref reason) is { } refusal)
            return refusal;
        if (await FindRecordAsync(actor, number, ct) is not { } found)
            return new CaseErrors.NotFound();
        if (!Case.MayKnowReporter(actor, found.ReporterConfidential, found.ManagingBodyCode))
            return new CaseErrors.ReporterConfidential { Ground = GroundKeys.DataPrivacy };
        return await Disclosure.GiveAsync(
            units, actor, new AuditRecord(AuditActions.RevealReporter, "case", number.Value, found.Place, ""), reason,
            () => new RevealedReporter(protector.Reveal(found.ReporterName), protector.Reveal(found.ReporterPhone)), ct);
    }

    /// <summary>
    /// The rows of a list for a file, one more than <see cref="ExportBound"/> when there are more; writes the audit entry before the first row
    /// is given out.
    /// </summary>
    public async Task<Result<IAsyncEnumerable<CaseExportRow>>> ExportAsync(Actor actor, CaseListCriteria criteria, CancellationToken ct = default)
    {
        var visibility = CaseVisibility.Of(actor);
        if (!actor.May(Permission.ExportCases) || visibility.Nothing)
            return new PlatformErrors.NotPermitted();
        var noted = await units.ExecuteAsync<bool>(unit =>
        {
            unit.Audit(actor, new AuditRecord(AuditActions.ExportCases, "case", "", actor.Scope, CriteriaText.Describe(criteria, reference.Pack)));
            return Task.FromResult<Result<bool>>(true);
        }, ct);
        return noted.IsOk
            ? Result<IAsyncEnumerable<CaseExportRow>>.Ok(queries.ExportAsync(visibility, criteria, Owner(actor), Moments(), ExportBound + 1, ct))
            : Result<IAsyncEnumerable<CaseExportRow>>.Refused(noted.Errors);
    }

    /// <summary>
    /// The citizen's look-up by number and the last four digits of the phone. Whatever does not fit, the answer is the same, so that
    /// neither numbers nor phones can be guessed one by one.
    /// </summary>
    public async Task<Result<CaseLookupRecord>> LookUpAsync(string? number, string? phoneTail, CancellationToken ct = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed))
            return new CaseErrors.BadNumber { Field = "Number" };
        var tail = new string(PlainText.HalfWidth(phoneTail).Where(char.IsAsciiDigit).ToArray());
        if (tail.Length != 4)
            return new PlatformErrors.Required("PhoneTail", "电话后四位（4 位数字）") { Field = "PhoneTail" };
        var found = await queries.LookUpAsync(parsed, ct);
        var phone = protector.Reveal(found?.ReporterPhone);
        return found is not null && phone is { Length: > 4 } && phone.EndsWith(tail, StringComparison.Ordinal)
            ? Shown(found)
            : new CaseErrors.LookupFailed();
    }

    // Filing a refused case away does not make it a handled one. Of a restricted case the reporter sees how it stands and nothing of what it is about: an answer is given in person.
    private static CaseLookupRecord Shown(CaseLookupRecord found)
    {
        var shown = found with { ReporterPhone = null, State = found.State.WasRefused(found.ClosedAt) ? CaseState.Refused : found.State };
        return found.IsRestricted ? shown with { CategoryCode = "", Place = default, LeadBodyName = null, Answer = null, PauseReasonKey = null } : shown;
    }

    private async Task<CaseDetailRecord?> FindRecordAsync(Actor actor, CaseNumber number, CancellationToken ct)
    {
        var visibility = CaseVisibility.Of(actor);
        return visibility.Nothing ? null : await queries.FindAsync(visibility, number, ct);
    }

    private ListOwner Owner(Actor actor) =>
        new(actor.BodyCode, reference.Pack.FindBody(actor.BodyCode)?.AreaCode ?? actor.Scope);

    private CaseMoments Moments() => CaseMoments.At(time.GetUtcNow(), reference.Calendar);
}
