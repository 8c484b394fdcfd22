using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>A paper that somebody asks for.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="ProcedureId">The procedure.</param>
/// <param name="Code">Which paper.</param>
/// <param name="ForWord">True for the file, false for the page to print.</param>
public sealed record AskForPaper(CaseNumber Number, Guid ProcedureId, string Code, bool ForWord);

/// <summary>
/// 文书: papers filled from the case and the procedure. Only who may run the procedure makes them; each making leaves an audit entry, and the
/// paper keeps the number it got first.
/// </summary>
public sealed class ProcedurePaperService(IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>The filled paper.</summary>
    /// <returns>Refused when the person may not know of the case or not run it, or the paper does not belong to the procedure as it stands.</returns>
    public Task<Result<Paper>> MakeAsync(Actor actor, AskForPaper asked, CancellationToken ct = default) =>
        units.ExecuteAsync<Paper>(async unit =>
        {
            var procedure = await unit.Procedures.FindAsync(asked.ProcedureId, ct);
            var found = procedure is null ? null : await unit.Cases.FindAsync(procedure.CaseId, ct);
            if (procedure is null || found is null || found.Number != asked.Number || !CaseVisibility.Of(actor).Allows(found))
                return new ProcedureErrors.NotFound();
            if (!ProcedureDossiers.MayRun(actor, found))
                return new PlatformErrors.NotPermitted { Ground = GroundKeys.CaseProcedures };
            var catalogue = reference.Pack.Procedures;
            if (catalogue.FindKind(procedure.KindCode) is not { } kind || catalogue.FindTemplate(asked.Code) is not { } template
                || !ProcedureReadService.PapersOf(catalogue, kind, procedure.StepCode, procedure.OutcomeCode, procedure.HandOvers.Count > 0).Contains(template))
                return new ProcedureErrors.NoSuchDocument();

            var now = time.GetUtcNow();
            var slip = PaperFiller.Asks(template, DocumentFields.Direction) ? (procedure.HandOvers is [.., var newest] ? newest : null) : null;
            var number = PaperFiller.Asks(template, DocumentFields.Number)
                ? await unit.Procedures.NumberPaperAsync(procedure.Id, template, slip?.Sequence ?? 0, now.ChinaDay().Year, now, ct)
                : "";
            var applicant = PaperFiller.Asks(template, DocumentFields.Applicant) ? protector.Reveal(found.ReporterName) : null;
            var clear = applicant is not null && actor.May(Permission.RevealReporter);
            unit.Audit(actor, new AuditRecord(
                "procedure.paper", "case", found.Number.Value, found.Place,
                $"{template.Title}{number}，{(asked.ForWord ? "下载" : "打印")}{(clear ? "，含反映人姓名" : "")}"));
            return PaperFiller.Fill(template, Values(found, procedure, slip, number, clear ? applicant : Masks.Name(applicant), now));
        }, ct);

    private Dictionary<string, string> Values(
        Case found, Procedure procedure, ProcedureHandOver? slip, string number, string? applicant, DateTimeOffset now)
    {
        var pack = reference.Pack;
        var limit = procedure.LimitId is { } id ? pack.Procedures.FindLimit(id) : null;
        return new Dictionary<string, string>
        {
            [DocumentFields.CaseNumber] = found.Number.Value,
            [DocumentFields.Number] = number,
            [DocumentFields.Applicant] = applicant ?? "",
            [DocumentFields.Title] = found.Title,
            [DocumentFields.Description] = found.Description,
            [DocumentFields.Place] = pack.PlaceName(found.Place) + found.PlaceDetail,
            [DocumentFields.Kind] = procedure.KindName,
            [DocumentFields.Body] = procedure.BodyName,
            [DocumentFields.Mediator] = procedure.Mediator,
            [DocumentFields.OpenedOn] = Day(procedure.Entries[0].On),
            [DocumentFields.EndedOn] = Day(procedure.EndedOn),
            // What nobody vouches for is not told to the parties as a limit.
            [DocumentFields.Limit] = limit is { IsSettled: true } ? $"{limit.DisplayText}（{limit.Basis}）" : "",
            [DocumentFields.Due] = limit is { IsSettled: true } && procedure.DueAt is { } due ? Day(due.ChinaDay()) : "",
            [DocumentFields.Outcome] = procedure.OutcomeName ?? "",
            [DocumentFields.Terms] = procedure.Result is null ? "" : procedure.Terms,
            [DocumentFields.Amount] = procedure.Amount is { } sum ? $"{sum.ToString("#,0.##", CultureInfo.InvariantCulture)} 元" : "",
            [DocumentFields.ConfirmUntil] = procedure.ConfirmUntil is { } until ? Day(until.ChinaDay()) : "",
            [DocumentFields.Today] = Day(now.ChinaDay()),
            [DocumentFields.Direction] = slip?.Direction.DisplayName() ?? "",
            [DocumentFields.OtherBody] = slip?.BodyName ?? "",
            [DocumentFields.OtherNumber] = slip?.Reference ?? "",
            [DocumentFields.HandOverReason] = slip?.Reason ?? "",
            [DocumentFields.HandOverOn] = Day(slip?.On),
            [DocumentFields.ReceivedBy] = slip?.ReceivedBy ?? "",
            [DocumentFields.ReceivedOn] = Day(slip?.ReceivedOn),
        };
    }

    private static string Day(DateOnly? day) => day is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Year}年{known.Month}月{known.Day}日") : "";
}
