using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Application.Restricted;

/// <summary>查证、反馈、通报 of a report (P53; A30). Words that leave the circle name nobody whom the case knows by name.</summary>
public sealed class InquiryService(IUnitOfWorkFactory units, IReferenceData reference, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Records what came out.</summary>
    public Task<Result<CaseNumber>> RecordAsync(Actor actor, RecordFinding command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, (_, found) =>
            Task.FromResult(found.RecordFinding(actor, command.Conclusion, command.Words, command.Measures, time.GetUtcNow())), ct);

    /// <summary>Records an answer to the reporter; what is released on the look-up names nobody.</summary>
    public Task<Result<CaseNumber>> AnswerAsync(Actor actor, AnswerReporter command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
            (command.IsReleased || command.Way == InquiryReplyWay.Online) && await FindNameAsync(unit, found, actor, command.Words, ct) is { } name
                ? new InquiryErrors.NamesSomebody(name) { Field = "Words" }
                : found.AnswerReporter(actor, command.Way, command.Words, command.SaidAt ?? time.GetUtcNow(), command.IsReleased, time.GetUtcNow()), ct);

    /// <summary>Records a notice to one of the bodies the pack names.</summary>
    public Task<Result<CaseNumber>> NotifyAsync(Actor actor, NotifyBody command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, command.Version, async (unit, found) =>
        {
            var bodies = reference.Pack.FindRestriction(found.Restriction?.RuleKey)?.NoticeBodies ?? [];
            if (bodies.Select(key => reference.Pack.FindBodyFor(found.Place, key)).FirstOrDefault(b => b?.Code == command.BodyCode) is not { } body)
                return new InquiryErrors.UnknownBody { Field = "BodyCode" };
            return await FindNameAsync(unit, found, actor, command.Words, ct) is { } name
                ? new InquiryErrors.NamesSomebody(name) { Field = "Words" }
                : found.NotifyBody(actor, body, command.Way, command.Words, command.SaidAt ?? time.GetUtcNow(), time.GetUtcNow());
        }, ct);

    // Who may not write here learns nothing from what is refused: the name is asked for last.
    private async Task<string?> FindNameAsync(IUnitOfWork unit, Case found, Actor actor, string words, CancellationToken ct)
    {
        if (!found.MayInquire(actor))
            return null;
        var kept = await unit.Participants.FindNamesAsync(found.Id, ct);
        var told = await unit.Submissions.FindIncidentAsync(found.Number, ct);
        return new[] { found.ReporterName }.Concat(kept).Select(protector.Reveal)
            .Concat(NamesIn.Text(protector.Reveal(told?.Hurt)).Concat(NamesIn.Text(protector.Reveal(told?.Doers))))
            .FirstOrDefault(name => name is { Length: > 1 } && words.Contains(name, StringComparison.Ordinal));
    }

    private Task<Result<CaseNumber>> ChangeAsync(
        Actor actor, Guid id, uint version, Func<IUnitOfWork, Case, Task<Result>> change, CancellationToken ct) =>
        // What was found and said stands in the timeline, which the circle reads; the trail keeps who did what.
        units.ChangeCaseAsync(actor, id, version, change, (found, step) => step.Kind == CaseStepKind.RecordFinding
            ? found.Inquiry!.Conclusion!.Value.DisplayName()
            : $"{step.TargetBodyName}{found.Inquiry!.Replies[^1].Way.DisplayName()}", ct);
}
