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
/// <param name="Reason">Why its people are to be named in clear; null leaves them masked.</param>
public sealed record AskForPaper(CaseNumber Number, Guid ProcedureId, string Code, bool ForWord, string? Reason = null);

/// <summary>A paper somebody made.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="IsMasked">True when it names people and they are masked.</param>
/// <param name="MayShow">True when this person may have them named for a reason.</param>
public sealed record MadePaper(Paper Paper, bool IsMasked, bool MayShow);

/// <summary>
/// 文书: papers filled from the case and the procedure. Only who may run the procedure makes them; each making leaves an audit entry, and the
/// paper keeps the number it got first. People are named in clear for a stated reason only, and a reporter who asked to be kept confidential
/// never to those who may not know.
/// </summary>
public sealed class ProcedurePaperService(IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>The filled paper.</summary>
    /// <returns>Refused when the reason says too little, when the person may not know of the case or not run it, or the paper does not belong to the procedure as it stands.</returns>
    public Task<Result<MadePaper>> MakeAsync(Actor actor, AskForPaper asked, CancellationToken ct = default) =>
        units.ExecuteAsync<MadePaper>(async unit =>
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

            var isClear = asked.Reason is not null;
            var reason = asked.Reason ?? "";
            if (isClear && !actor.May(Permission.RevealReporter))
                return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
            if (isClear && Disclosure.Check(ref reason) is { } refusal)
                return refusal;

            var now = time.GetUtcNow();
            var slip = PaperFiller.Asks(template, DocumentFields.Direction) ? (procedure.HandOvers is [.., var newest] ? newest : null) : null;
            var number = PaperFiller.Asks(template, DocumentFields.Number)
                ? await unit.Procedures.NumberPaperAsync(procedure.Id, template, slip?.Sequence ?? 0, now.ChinaDay().Year, now, ct)
                : "";
            var people = DocumentFields.OfPeople.Any(field => PaperFiller.Asks(template, field))
                ? await PeopleAsync(unit, actor, found, isClear, ct)
                : new Dictionary<string, string>();
            var names = people.Values.Any(value => value.Length > 0);
            var made = new AuditRecord(
                "procedure.paper", "case", found.Number.Value, found.Place,
                $"{template.Title}{number}，{(asked.ForWord ? "下载" : "打印")}{(isClear && names ? "，含当事人信息" : "")}");
            unit.Audit(actor, made);
            if (isClear && names)
                unit.Audit(actor, Disclosure.Noted(made with { Action = AuditActions.RevealParticipant, Detail = $"文书：{template.Title}" }, reason));
            var values = Values(found, procedure, slip, number, now);
            foreach (var (field, value) in people)
                values[field] = value;
            return new MadePaper(PaperFiller.Fill(template, values), names && !isClear, names && actor.May(Permission.RevealReporter));
        }, ct);

    private async Task<IReadOnlyDictionary<string, string>> PeopleAsync(IUnitOfWork unit, Actor actor, Case found, bool isClear, CancellationToken ct)
    {
        var mayKnow = Case.MayKnowReporter(actor, found.ReporterConfidential, found.ManagingBodyCode);
        return new PaperPeople(protector, isClear).Values(
            await unit.Participants.OfCaseAsync(found.Id, ct), mayKnow ? found.ReporterName : null, mayKnow ? found.ReporterPhone : null);
    }

    private Dictionary<string, string> Values(
        Case found, Procedure procedure, ProcedureHandOver? slip, string number, DateTimeOffset now)
    {
        var pack = reference.Pack;
        var limit = procedure.LimitId is { } id ? pack.Procedures.FindLimit(id) : null;
        return new Dictionary<string, string>
        {
            [DocumentFields.CaseNumber] = found.Number.Value,
            [DocumentFields.Number] = number,
            [DocumentFields.Title] = found.Title,
            [DocumentFields.Description] = found.Description,
            [DocumentFields.Place] = pack.PlaceName(found.Place) + found.PlaceDetail,
            [DocumentFields.Kind] = procedure.KindName,
            [DocumentFields.Body] = procedure.BodyName,
            [DocumentFields.Mediator] = procedure.Mediator,
            [DocumentFields.Item] = procedure.ItemMatter,
            [DocumentFields.ItemLaw] = procedure.ItemLaw,
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
