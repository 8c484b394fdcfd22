using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>What people do with the procedures of a case (H38, H42). Rights are asked on every call; a lost race says who was faster.</summary>
public sealed class ProcedureService(
    IUnitOfWorkFactory units, MediatorChoice mediators, ItemListReadService items, IReferenceData reference, TimeProvider time)
{
    /// <summary>启动: opens a procedure; the case's timeline tells of it, so that two people cannot open what excludes each other.</summary>
    public Task<Result<ProcedureChanged>> OpenAsync(Actor actor, OpenProcedure command, CancellationToken ct = default) =>
        units.ExecuteAsync<ProcedureChanged>(async unit =>
        {
            var found = await unit.Cases.FindAsync(command.CaseId, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            if (!ProcedureDossiers.MayRun(actor, found))
                return new PlatformErrors.NotPermitted { Ground = GroundKeys.CaseProcedures };
            var catalogue = reference.Pack.Procedures;
            if (catalogue.FindKind(command.KindCode) is not { } kind)
                return new PlatformErrors.Required(nameof(command.KindCode), "程序") { Field = nameof(command.KindCode) };
            var others = await unit.Procedures.OfCaseAsync(found.Id, ct);
            var now = time.GetUtcNow();
            var dossier = new ProcedureDossier(
                found.State, command.IsLabourDispute, [.. others.Select(p => p.Standing(catalogue.FindKind(p.KindCode)))]);
            var (opening, errors) = await FillAsync(unit, actor, found, kind, command, ct);
            var opened = Procedure.Open(found.Id, kind, opening, dossier, actor, reference.Calendar, now);
            if (!opened.IsOk || errors.Count > 0)
                return Result<ProcedureChanged>.Refused([.. opened.Errors, .. errors]);
            unit.Procedures.Add(opened.Value);
            found.NoteProcedure(CaseStepKind.OpenProcedure, actor, kind.Name, kind.Way == ProcedureWay.Mediation ? GroundKeys.CaseMediation : GroundKeys.CaseProcedures, now);
            unit.Audit(actor, CaseAudit.Of(found, CaseStepKind.OpenProcedure, kind.Name));
            return new ProcedureChanged(found.Number, opened.Value.Id);
        }, ct);

    /// <summary>A step.</summary>
    public Task<Result<ProcedureChanged>> AdvanceAsync(Actor actor, AdvanceProcedure command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.advance", (procedure, kind, _) =>
            procedure.Advance(kind, command.StepCode, command.On, command.Note, actor, reference.Calendar, time.GetUtcNow()), ct);

    /// <summary>延长.</summary>
    public Task<Result<ProcedureChanged>> ExtendAsync(Actor actor, ExtendProcedure command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.extend", (procedure, _, _) => procedure.Extend(
            procedure.LimitId is { } limit ? reference.Pack.Procedures.FindLimit(limit) : null, command.Until, command.Note, actor, reference.Calendar,
            time.GetUtcNow()), ct);

    /// <summary>变更: body or mediator.</summary>
    public Task<Result<ProcedureChanged>> ChangeAsync(Actor actor, ChangeProcedure command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.change", async (unit, procedure, kind, found) =>
        {
            var change = command.Change;
            // Who led it before is not asked again; a mediation gets nobody new who is a party.
            if (kind.Way == ProcedureWay.Mediation && (change.MediatorId != procedure.MediatorId || PlainText.CleanLine(change.Mediator) != procedure.Mediator))
            {
                var chosen = await mediators.CheckAsync(unit, actor, found, change.MediatorId, change.Mediator, ct);
                if (!chosen.IsOk)
                    return Result.Refused(chosen.Errors);
                change = change with { MediatorId = chosen.Value.Id, Mediator = chosen.Value.Name };
            }
            return procedure.Change(change, actor, time.GetUtcNow());
        }, ct);

    /// <summary>取用事项: the item of administrative mediation that the procedure rests on (H39).</summary>
    public Task<Result<ProcedureChanged>> TakeItemAsync(Actor actor, TakeProcedureItem command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.take-item", async (_, procedure, kind, found) =>
        {
            var item = await FindItemAsync(found, command.Item, ct);
            return item.IsOk ? procedure.TakeItem(kind, item.Value, actor, time.GetUtcNow()) : Result.Refused(item.Errors);
        }, ct);

    /// <summary>结束: with an outcome; the case's timeline tells of it.</summary>
    public Task<Result<ProcedureChanged>> EndAsync(Actor actor, EndProcedure command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "case.endprocedure", (procedure, kind, found) =>
        {
            var now = time.GetUtcNow();
            var ended = procedure.End(kind, command.OutcomeCode, command.On, command.Terms, command.Amount, actor, reference.Calendar, now);
            if (ended.IsOk)
                found.NoteProcedure(CaseStepKind.EndProcedure, actor, $"{procedure.KindName}：{procedure.OutcomeName}", GroundKeys.CaseProcedures, now);
            return ended;
        }, ct);

    /// <summary>移送.</summary>
    public Task<Result<ProcedureChanged>> HandOverAsync(Actor actor, HandOverProcedure command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.hand-over", (procedure, _, _) => procedure.HandOver(command.Slip, actor, time.GetUtcNow()), ct);

    /// <summary>回执.</summary>
    public Task<Result<ProcedureChanged>> ReceiveAsync(Actor actor, ReceiveHandOver command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.receipt", (procedure, _, _) =>
            procedure.Receive(command.Sequence, command.ReceivedBy, command.On, actor, time.GetUtcNow()), ct);

    /// <summary>申请司法确认.</summary>
    public Task<Result<ProcedureChanged>> ApplyAsync(Actor actor, ApplyForConfirmation command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "procedure.apply-confirmation", (procedure, _, _) => procedure.ApplyForConfirmation(
            command.Court, command.BothApply, command.On, reference.Pack.Procedures.CourtLimit, actor, reference.Calendar, time.GetUtcNow()), ct);

    /// <summary>司法确认结果; the case's timeline tells of it.</summary>
    public Task<Result<ProcedureChanged>> ConfirmAsync(Actor actor, RecordConfirmation command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.At, "case.confirmagreement", (procedure, _, found) =>
        {
            if (command.Result is not { } said)
                return new PlatformErrors.Required("Result", "法院的裁定") { Field = "Result" };
            var now = time.GetUtcNow();
            var recorded = procedure.RecordConfirmation(said, command.On, command.Note, actor, now);
            if (recorded.IsOk)
                found.NoteProcedure(CaseStepKind.ConfirmAgreement, actor, $"{procedure.KindName}：{said.DisplayName()}", GroundKeys.CaseCourtMediation, now);
            return recorded;
        }, ct);

    // The mediator of the register and the item of the list, as they are now; every fault of both.
    private async Task<(ProcedureOpening Opening, List<Error> Errors)> FillAsync(
        IUnitOfWork unit, Actor actor, Case found, ProcedureKind kind, OpenProcedure command, CancellationToken ct)
    {
        var (opening, errors) = (command.Opening with { Item = null }, new List<Error>());
        if (kind.Way == ProcedureWay.Mediation)
        {
            var chosen = await mediators.CheckAsync(unit, actor, found, opening.MediatorId, opening.Mediator, ct);
            errors.AddRange(chosen.Errors);
            if (chosen.IsOk)
                opening = opening with { MediatorId = chosen.Value.Id, Mediator = chosen.Value.Name };
        }
        else
            opening = opening with { MediatorId = null };
        if (command.Item is not null)
        {
            var item = await FindItemAsync(found, command.Item, ct);
            errors.AddRange(item.Errors);
            if (item.IsOk)
                opening = opening with { Item = item.Value };
        }
        return (opening, errors);
    }

    private async Task<Result<ProcedureItem>> FindItemAsync(Case found, ItemChoice? choice, CancellationToken ct) =>
        choice is not null && (await items.FindForAsync(found.Place, found.CategoryCode, ct))
            .FirstOrDefault(i => i.ListId == choice.ListId && i.Item.Number == choice.Number) is { } item
            ? new ProcedureItem(item.ListId, item.Item.Number, item.Item.Facts.Matter, item.Item.Facts.Law)
            : new ProcedureErrors.NoSuchItem { Field = "Item" };

    private Task<Result<ProcedureChanged>> ChangeAsync(
        Actor actor, ProcedureAt at, string action, Func<Procedure, ProcedureKind, Case, Result> change, CancellationToken ct) =>
        ChangeAsync(actor, at, action, (_, procedure, kind, found) => Task.FromResult(change(procedure, kind, found)), ct);

    private Task<Result<ProcedureChanged>> ChangeAsync(
        Actor actor, ProcedureAt at, string action, Func<IUnitOfWork, Procedure, ProcedureKind, Case, Task<Result>> change, CancellationToken ct) =>
        units.ExecuteAsync<ProcedureChanged>(async unit =>
        {
            var procedure = await unit.Procedures.FindAsync(at.Id, ct);
            var found = procedure is null ? null : await unit.Cases.FindAsync(procedure.CaseId, ct);
            if (procedure is null || found is null || !CaseVisibility.Of(actor).Allows(found))
                return new ProcedureErrors.NotFound();
            if (!ProcedureDossiers.MayRun(actor, found))
                return new PlatformErrors.NotPermitted { Ground = GroundKeys.CaseProcedures };
            if (procedure.Version != at.Version)
                return Tell(procedure);
            // A kind that the pack dropped can still be looked at, not moved.
            if (reference.Pack.Procedures.FindKind(procedure.KindCode) is not { } kind)
                return new ProcedureErrors.NotFound();
            var entries = procedure.Entries.Count;
            var changed = await change(unit, procedure, kind, found);
            if (!changed.IsOk)
                return Result<ProcedureChanged>.Refused(changed.Errors);
            foreach (var entry in procedure.Entries.Skip(entries))
                unit.Audit(actor, new AuditRecord(action, "case", found.Number.Value, found.Place, $"{procedure.KindName}：{entry.Title}"));
            return new ProcedureChanged(found.Number, procedure.Id);
        }, ct);

    private static ProcedureErrors.ChangedMeanwhile Tell(Procedure procedure)
    {
        var last = procedure.Entries[^1];
        return new ProcedureErrors.ChangedMeanwhile(
            $"{last.BodyName} {last.ActorName}", last.At.ToChina().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture), last.Title);
    }
}
