using System.Globalization;
using System.Security.Cryptography;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>
/// What comes in over the web and the interface, and what reviewers make of it (来件, H43). Sending the same thing twice does no harm;
/// only who reviews at the place decides.
/// </summary>
public sealed class SubmissionService(
    IUnitOfWorkFactory units, IReferenceData reference, SubmissionReadService reader, CaseRegistration registration, RepeatService repeats,
    RestrictionByCategory seats, CaseClock clock,
    IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Who histories and audit trail name for a sender without an account.</summary>
    public const string SenderName = "反映人";

    /// <summary>Takes in what a source sent. The same number with the same words gets the first answer again; with other words it is refused.</summary>
    public async Task<Result<SubmissionReceipt>> ReceiveAsync(SubmissionSource source, SubmissionDraft given, CancellationToken ct = default)
    {
        var draft = given.Cleaned();
        var errors = draft.Check().ToList();
        if (!PhoneNumber.TryParse(draft.ContactPhone, out var phone))
            errors.Add(new CaseErrors.BadPhone(phone?.Length ?? 0) { Field = nameof(draft.ContactPhone) });
        if (draft.Place is { } place && reference.Pack.FindDivision(place) is null)
            errors.Add(new CaseErrors.UnknownPlace { Field = nameof(draft.Place) });
        if (draft.CategoryCode.Length > 0 && reference.Pack.CategoryByCode(draft.CategoryCode) is not { IsLeaf: true })
            errors.Add(new CaseErrors.UnknownCategory { Field = nameof(draft.CategoryCode) });
        if (errors.Count > 0)
            return Result<SubmissionReceipt>.Refused(errors);

        draft = draft with { ContactPhone = phone ?? "" };
        var fingerprint = SubmissionFingerprint.Of(draft, source.Channel);
        return await units.ExecuteAsync(async unit =>
        {
            if (await unit.Submissions.FindReceivedAsync(source.Key, draft.SourceNumber, ct) is { } before)
                return IsTheSame(before, draft, fingerprint)
                    ? Receipt(before, draft)
                    : new SubmissionErrors.NumberReused(draft.SourceNumber) { Field = nameof(draft.SourceNumber) };
            return await AddAsync(unit, source, draft, fingerprint, ct);
        }, ct);
    }

    /// <summary>受理: makes a case of it, accepted at once; its clock of acceptance has run since it came.</summary>
    /// <returns>The number of the case.</returns>
    public Task<Result<CaseNumber>> AcceptAsync(Actor actor, AcceptSubmission command, CancellationToken ct = default)
    {
        var facts = command.Facts.Cleaned();
        return ChangeAsync(actor, command.Id, command.Version, async (unit, found) =>
        {
            var errors = registration.Check(actor, facts, Permission.AcceptCase);
            if (errors.Count > 0)
                return Result<CaseNumber>.Refused(errors);
            var now = time.GetUtcNow();
            var made = await registration.RegisterAsync(
                unit, actor, ToCase(found, facts, ManagingBody.For(actor, facts.Place, reference.Pack)), now, ct);
            if (!made.IsOk)
                return Result<CaseNumber>.Refused(made.Errors);
            var accepted = registration.Accept(unit, actor, made.Value, Origin(found), $"来件 {found.Number.Value}", now);
            var taken = accepted.IsOk ? found.Accept(actor, made.Value.Number, now) : accepted;
            return taken.IsOk ? Done(unit, actor, found, made.Value.Number, $"案件 {made.Value.Number.Value}") : Result<CaseNumber>.Refused(taken.Errors);
        }, ct);
    }

    /// <summary>并入: makes a case of it and merges that into the lead, in one transaction.</summary>
    /// <returns>The number of its own case.</returns>
    public Task<Result<CaseNumber>> MergeAsync(Actor actor, MergeSubmission command, CancellationToken ct = default)
    {
        var facts = command.Facts.Cleaned();
        return ChangeAsync(actor, command.Id, command.Version, async (unit, found) =>
        {
            var errors = registration.Check(actor, facts, Permission.AcceptCase);
            if (errors.Count > 0)
                return Result<CaseNumber>.Refused(errors);
            var now = time.GetUtcNow();
            var made = await registration.RegisterAsync(
                unit, actor, ToCase(found, facts, ManagingBody.For(actor, facts.Place, reference.Pack)), now, ct);
            if (!made.IsOk)
                return Result<CaseNumber>.Refused(made.Errors);
            var merged = await repeats.MergeNewAsync(unit, actor, made.Value, command.Lead, command.Reason, ct);
            if (!merged.IsOk)
                return Result<CaseNumber>.Refused(merged.Errors);
            var taken = found.Merge(actor, made.Value.Number, merged.Value, now);
            return taken.IsOk
                ? Done(unit, actor, found, made.Value.Number, $"案件 {made.Value.Number.Value}，主案 {merged.Value.Value}")
                : Result<CaseNumber>.Refused(taken.Errors);
        }, ct);
    }

    /// <summary>不予受理, with a reason the sender is told.</summary>
    public Task<Result<SubmissionNumber>> RefuseAsync(Actor actor, ReplyToSubmission command, CancellationToken ct = default) =>
        StepAsync(actor, command.Id, command.Version, found => found.Refuse(actor, command.Note, time.GetUtcNow()), ct);

    /// <summary>要求补充: asks the sender.</summary>
    public Task<Result<SubmissionNumber>> AskAsync(Actor actor, ReplyToSubmission command, CancellationToken ct = default) =>
        StepAsync(actor, command.Id, command.Version, found => found.Ask(actor, command.Note, time.GetUtcNow()), ct);

    /// <summary>转交: gives it to the place it belongs to, inside the own area or outside.</summary>
    public Task<Result<SubmissionNumber>> HandOverAsync(Actor actor, HandOverSubmission command, CancellationToken ct = default) =>
        ChangeAsync<SubmissionNumber>(actor, command.Id, command.Version, async (unit, found) =>
        {
            if (reference.Pack.FindDivision(command.Place) is null)
                return new CaseErrors.UnknownPlace { Field = nameof(Submission.Area) };
            var taken = found.HandOver(actor, command.Place, PlaceName(command.Place), time.GetUtcNow());
            if (!taken.IsOk)
                return Result<SubmissionNumber>.Refused(taken.Errors);
            // The seats are those of the new place: whoever hands it over does not read on.
            if (reference.Pack.FindRestriction(found.RestrictionKey) is { } rule)
                found.Restrict(rule, (await seats.SeatsAsync(unit, rule, command.Place, ct)).Circle);
            return Done(unit, actor, found, found.Number, "");
        }, ct);

    /// <summary>补充: the citizen answers, identified as on the look-up, where whatever does not fit gets the same answer.</summary>
    public async Task<Result<SubmissionNumber>> AnswerAsync(AnswerQuestion command, CancellationToken ct = default)
    {
        var seen = await reader.LookUpAsync(command.Number, command.PhoneTail, ct);
        return seen.IsOk
            ? await AnswerAsync(seen.Value.Id, Sender(SubmissionSource.Web.Name), command.Answer ?? "", ct)
            : Result<SubmissionNumber>.Refused(seen.Errors);
    }

    /// <summary>补充: the source answers over the interface.</summary>
    public async Task<Result<SubmissionNumber>> AnswerAsync(SubmissionSource source, string sourceNumber, string answer, CancellationToken ct = default) =>
        await reader.FindForSourceAsync(source.Key, sourceNumber, ct) is { } seen
            ? await AnswerAsync(seen.Id, Sender(source.Name), answer, ct)
            : new SubmissionErrors.NotFound();

    private Task<Result<SubmissionNumber>> AnswerAsync(Guid id, Actor sender, string answer, CancellationToken ct) =>
        units.ExecuteAsync<SubmissionNumber>(async unit =>
        {
            if (await unit.Submissions.FindAsync(id, ct) is not { } found)
                return new SubmissionErrors.NotFound();
            var answered = found.Answer(sender, answer, time.GetUtcNow());
            return answered.IsOk ? Done(unit, sender, found, found.Number, "") : Result<SubmissionNumber>.Refused(answered.Errors);
        }, ct);

    private async Task<Result<SubmissionReceipt>> AddAsync(
        IUnitOfWork unit, SubmissionSource source, SubmissionDraft draft, string fingerprint, CancellationToken ct)
    {
        // The database keeps microseconds: a repeat is answered from there, and must hear the same moment.
        var exact = time.GetUtcNow();
        var now = exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerMicrosecond));
        var category = draft.CategoryCode.Length > 0 ? draft.CategoryCode : Proposed(draft);
        var area = draft.Place ?? source.Home ?? reference.Pack.Profile.AreaCode;
        var number = SubmissionNumber.Create(now.ChinaDay().Year, RandomNumberGenerator.GetInt32(SubmissionNumber.Range));
        var made = Submission.Receive(
            number, source, draft, fingerprint, (protector.Protect(draft.ContactName), protector.Protect(draft.ContactPhone)), area, category,
            clock.CountAcceptance(area, category ?? "", Urgency(category), now), now);
        if (!made.IsOk)
            return Result<SubmissionReceipt>.Refused(made.Errors);
        if (draft.Incident is { } incident)
            made.Value.Tell(incident, (protector.Protect(incident.Hurt), protector.Protect(incident.Doers)));
        if (reference.Pack.RestrictionFor(category ?? "") is { } rule)
            made.Value.Restrict(rule, (await seats.SeatsAsync(unit, rule, area, ct)).Circle);
        unit.Submissions.Add(made.Value);
        var sender = Sender(source.Name);
        unit.Audit(sender, new AuditRecord("submission.receive", "submission", number.Value, area, $"来源：{source.Name}"));
        // A case needs a township to run it and a category that somebody chose.
        if (source.OpensCases && draft.CategoryCode.Length > 0 && draft.Place is { Level: >= DivisionLevel.Township })
        {
            var opened = await OpenAsync(unit, sender, made.Value, now, ct);
            if (!opened.IsOk)
                return Result<SubmissionReceipt>.Refused(opened.Errors);
        }
        return Receipt(made.Value);
    }

    private async Task<Result> OpenAsync(IUnitOfWork unit, Actor sender, Submission received, DateTimeOffset now, CancellationToken ct)
    {
        var facts = new CaseFacts(
            received.Title, received.Description, received.Area, received.PlaceText, received.CategoryCode ?? "", received.Channel,
            Urgency(received.CategoryCode));
        var made = await registration.RegisterAsync(unit, sender, ToCase(received, facts, ManagingBody.ForPlace(facts.Place, reference.Pack)), now, ct);
        if (!made.IsOk)
            return Result.Refused(made.Errors);
        var accepted = received.Accept(sender, made.Value.Number, now, onArrival: true);
        if (accepted.IsOk)
            unit.Audit(sender, SubmissionAudit.Of(received, SubmissionStepKind.Accept, $"接收时直接登记为案件 {made.Value.Number.Value}"));
        return accepted;
    }

    private Task<Result<SubmissionNumber>> StepAsync(Actor actor, Guid id, uint version, Func<Submission, Result> step, CancellationToken ct) =>
        ChangeAsync(actor, id, version, (unit, found) =>
        {
            var taken = step(found);
            return Task.FromResult(taken.IsOk ? Done(unit, actor, found, found.Number, "") : Result<SubmissionNumber>.Refused(taken.Errors));
        }, ct);

    private Task<Result<T>> ChangeAsync<T>(
        Actor actor, Guid id, uint version, Func<IUnitOfWork, Submission, Task<Result<T>>> change, CancellationToken ct) =>
        units.ExecuteAsync<T>(async unit =>
        {
            if (!actor.May(Permission.TriageSubmission))
                return new PlatformErrors.NotPermitted();
            var found = await unit.Submissions.FindAsync(id, ct);
            if (found is null || !actor.May(Permission.TriageSubmission, found.Area) || !found.MayBeKnownTo(actor.UserId))
                return new SubmissionErrors.NotFound();
            return found.Version == version ? await change(unit, found) : Faster(found);
        }, ct);

    private static Result<T> Done<T>(IUnitOfWork unit, Actor actor, Submission found, T answer, string detail)
        where T : class
    {
        var step = found.Steps[^1];
        unit.Audit(actor, SubmissionAudit.Of(found, step.Kind, step.Kind == SubmissionStepKind.HandOver ? step.Note : detail));
        return answer;
    }

    private static SubmissionErrors.ChangedMeanwhile Faster(Submission found)
    {
        if (found.Steps.Count == 0)
            return new SubmissionErrors.ChangedMeanwhile(TimedSteps.ActorName, "刚才", "更改了来件");
        var last = found.Steps[^1];
        return new SubmissionErrors.ChangedMeanwhile(
            $"{last.BodyName} {last.ActorName}", last.At.ToChina().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture),
            $"“{last.Kind.DisplayName()}”");
    }

    private bool IsTheSame(ReceivedBefore before, SubmissionDraft draft, string fingerprint) =>
        before.Fingerprint == fingerprint
        && (protector.Reveal(before.ContactName) ?? "") == draft.ContactName && (protector.Reveal(before.ContactPhone) ?? "") == draft.ContactPhone
        && (protector.Reveal(before.Hurt) ?? "") == (draft.Incident?.Hurt ?? "")
        && (protector.Reveal(before.Doers) ?? "") == (draft.Incident?.Doers ?? "");

    private static NewCase ToCase(Submission found, CaseFacts facts, string managingBody) =>
        new(facts, (found.ContactName, found.ContactPhone), managingBody, found.Id, found.ReceivedAt) { Confidential = found.Confidential, Wish = found.Incident?.Wish };

    private static string Origin(Submission found) =>
        $"来件 {found.Number.Value}，来源：{found.SourceName}{(found.Confidential ? "。反映人要求保密" : "")}";

    private Actor Sender(string way) => SystemActor.Named(SenderName, reference.Pack) with { BodyCode = "", BodyName = way };

    private string? Proposed(SubmissionDraft draft) =>
        reference.Pack.Proposer.Propose(draft.Title, draft.Description, 1) is [var best, ..] ? best.Category : null;

    private CaseUrgency Urgency(string? category) =>
        category is null ? CaseUrgency.Normal : reference.Pack.CategoryByCode(category)?.DefaultUrgency ?? CaseUrgency.Normal;

    private string PlaceName(AreaCode place) =>
        reference.Pack.PlaceName(place) is { Length: > 0 } name ? name : reference.Pack.Profile.Name;

    private SubmissionReceipt Receipt(Submission made) => new(
        made.Number, made.SourceNumber, made.ReceivedAt, made.DueAt, made is { OpenedAtOnce: true, RestrictionKey: null } ? made.CaseNumber : null)
    {
        Code = made is { Incident: not null, ContactPhone: null } ? ReporterCode.Of(protector, made.SourceNumber) : null,
    };

    private SubmissionReceipt Receipt(ReceivedBefore before, SubmissionDraft draft) => new(
        before.Number, draft.SourceNumber, before.ReceivedAt, before.DueAt,
        before is { OpenedAtOnce: true, IsRestricted: false } ? before.CaseNumber : null)
    {
        Repeated = true,
        Code = draft.Incident is not null && before.ContactPhone is null ? ReporterCode.Of(protector, draft.SourceNumber) : null,
    };
}
