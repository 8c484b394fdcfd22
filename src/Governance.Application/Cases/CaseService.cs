using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Leads;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>
/// What people do with cases (H38, H43): log them, take them through their steps, correct them. Rights and area are checked here,
/// whichever way the call came.
/// </summary>
public sealed class CaseService(
    IUnitOfWorkFactory units, IReferenceData reference, CaseRegistration registration, RestrictionByCategory restriction, CaseClock clock,
    IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>登记: logs a case and, when asked and allowed, accepts it in the same step.</summary>
    /// <returns>The number of the new case, or of the one the same form made before.</returns>
    public async Task<Result<CaseNumber>> RegisterAsync(Actor actor, RegisterCase command, CancellationToken ct = default)
    {
        if (!actor.May(Permission.RegisterCase))
            return new PlatformErrors.NotPermitted();
        // Without a key of its own a form would be taken for the repeat of another one, and its matter would be lost.
        if (command.SubmissionKey == Guid.Empty)
            throw new ArgumentException("A form needs a submission key.", nameof(command));
        var facts = command.Facts.Cleaned();
        var errors = registration.Check(actor, facts, Permission.RegisterCase);
        if (!PhoneNumber.TryParse(command.ReporterPhone, out var phone))
            errors.Add(new CaseErrors.BadPhone(phone?.Length ?? 0) { Field = nameof(command.ReporterPhone) });
        var name = PlainText.CleanLine(command.ReporterName);
        if (name.Length > PersonNameLength)
            errors.Add(new PlatformErrors.TooLong("反映人姓名", PersonNameLength, name.Length) { Field = nameof(command.ReporterName) });
        if (errors.Count > 0)
            return Result<CaseNumber>.Refused(errors);

        var now = time.GetUtcNow();
        return await units.ExecuteAsync<CaseNumber>(async unit =>
        {
            // A form is rarely sent twice; when it is, the key refuses the second case and the work runs again.
            if (unit.RunsAgain && await unit.Cases.FindNumberBySubmissionAsync(command.SubmissionKey, ct) is { } before)
                return before;
            var made = await registration.RegisterAsync(
                unit, actor,
                new NewCase(
                    facts, (protector.Protect(name), protector.Protect(phone)), ManagingBody.For(actor, facts.Place, reference.Pack),
                    command.SubmissionKey, now) { Confidential = command.Confidential },
                now, ct);
            if (!made.IsOk)
                return Result<CaseNumber>.Refused(made.Errors);
            if (command.AcceptAtOnce && actor.May(Permission.AcceptCase, facts.Place))
                registration.Accept(unit, actor, made.Value, "", "登记时一并受理", now);
            return made.Value.Number;
        }, ct);
    }

    /// <summary>Takes one step of the life cycle.</summary>
    /// <returns>The number of the case; refused when the step, the person, the place or the version does not fit.</returns>
    public Task<Result<CaseNumber>> TakeStepAsync(Actor actor, TakeStep command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
        {
            var rule = CaseStepRule.For(command.Kind);
            if (!rule.MayBeTakenBy(actor, found.Place, found.LeadBodyCode))
                // A wrong state explains itself better than a missing right: the lead body changes with the state.
                return actor.May(rule.Permission) && !rule.StartsFrom(found.State)
                    ? new CaseErrors.WrongState(command.Kind, found.State) { Ground = rule.Ground }
                    : new PlatformErrors.NotPermitted();
            var steps = found.Steps.Count;
            var running = command.Kind == CaseStepKind.Close && found.State == CaseState.Verified
                ? await ClosingDespiteProcedures.AskAsync(unit, found, command.DespiteProcedures, ct)
                : Result<string?>.Ok(null);
            var taken = running.IsOk ? Take(actor, found, command, running.Value) : Result.Refused(running.Errors);
            // A repeat in the end state succeeds and changes nothing: nothing happened that the trail should tell of.
            if (taken.IsOk)
                CaseAudit.Steps(unit, actor, found, steps);
            return taken;
        }, ct);

    /// <summary>更正: corrects the facts of an open case; the running limit follows category, urgency and place.</summary>
    public Task<Result<CaseNumber>> CorrectAsync(Actor actor, CorrectCase command, CancellationToken ct = default)
    {
        var facts = command.Facts.Cleaned();
        return ChangeAsync(actor, command.CaseId, command.Version, (unit, found) => Task.FromResult(Correct(unit, found)), ct);

        Result Correct(IUnitOfWork unit, Case found)
        {
            if (!actor.May(Permission.AcceptCase, found.Place))
                return new PlatformErrors.NotPermitted();
            var errors = registration.Check(actor, facts, Permission.AcceptCase);
            if (errors.Count > 0)
                return Result.Refused(errors);
            var changed = FactsDifference.Describe(found, facts, reference.Pack);
            var recounted = clock.RecountFor(found, facts) ?? new Deadline(found.Limit, found.ClockStartedAt, found.DueAt, [], [], false);
            var corrected = found.Correct(
                actor, facts, recounted, changed, time.GetUtcNow(), ManagingBody.AfterMove(found.ManagingBodyCode, facts.Place, reference.Pack));
            if (corrected.IsOk && changed.Length > 0)
                Audit(unit, actor, found, CaseStepKind.Correct, changed);
            return corrected;
        }
    }

    /// <summary>Longest name of a reporter.</summary>
    public const int PersonNameLength = 40;

    private Result Take(Actor actor, Case found, TakeStep command, string? facts)
    {
        var now = time.GetUtcNow();
        Deadline Handling() => clock.CountHandling(found.Place, found.CategoryCode, found.Urgency, now);
        switch (command.Kind)
        {
            case CaseStepKind.Accept: return found.Accept(actor, command.Note, Handling(), now);
            case CaseStepKind.Refuse: return found.Refuse(actor, command.Note, now);
            case CaseStepKind.Dispatch:
                var question = LeadQuestion.Ask(reference.Pack, found.Place, command);
                return question.IsOk
                    ? found.Assign(
                        actor, question.Value, command.OtherPlaces, command.Note,
                        clock.CountConsultation(found.Place, found.CategoryCode, found.Urgency, now), now)
                    : Result.Refused(question.Errors);
            case CaseStepKind.Recall: return found.Recall(actor, command.Note, now);
            case CaseStepKind.Sign: return found.Sign(actor, command.Note, now);
            case CaseStepKind.Return: return found.Return(actor, command.Note, LeadQuestion.CentreOf(reference.Pack, found), now);
            case CaseStepKind.SubmitResult: return found.SubmitResult(actor, command.Note, now);
            case CaseStepKind.PassVerification: return found.Verify(actor, true, command.Note, now);
            case CaseStepKind.FailVerification: return found.Verify(actor, false, command.Note, now);
            case CaseStepKind.Close: return found.Close(actor, command.Note, now, facts);
            case CaseStepKind.Archive: return found.Archive(actor, command.Note, now);
            case CaseStepKind.Reopen: return found.Reopen(actor, command.Note, Handling(), now);
            default: throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "Not a step of its own.");
        }
    }

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<IUnitOfWork, Case, Task<Result>> change, CancellationToken ct) =>
        units.ChangeCaseAsync(actor, id, version, async (unit, found) =>
        {
            var changed = await change(unit, found);
            // A correction may have given the case a category that is restricted.
            if (changed.IsOk)
                await restriction.ApplyAsync(unit, actor, found, time.GetUtcNow(), ct);
            return changed;
        }, tellStep: null, ct);

    private static void Audit(IUnitOfWork unit, Actor actor, Case subject, CaseStepKind kind, string detail) =>
        unit.Audit(actor, CaseAudit.Of(subject, kind, detail));
}
