using System.Runtime.CompilerServices;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Remarks;
using Governance.Domain.Bulk;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Bulk;

/// <summary>The services a bulk action goes through: the real ones, or those of a <see cref="Rehearsal"/>.</summary>
/// <param name="Units">Their units of work.</param>
/// <param name="Cases">Steps.</param>
/// <param name="Remarks">Words.</param>
public sealed record BulkHands(IUnitOfWorkFactory Units, CaseService Cases, RemarkService Remarks);

/// <summary>
/// Does one thing with several cases (批量办理), each through the same service and in the same transaction as if it were done alone: what is
/// refused alone is refused here, and one refusal spoils no other case.
/// </summary>
/// <param name="real">Does the work.</param>
/// <param name="rehearsed">Says what would happen.</param>
public sealed class BulkService(BulkHands real, BulkHands rehearsed)
{
    /// <summary>Most cases at once.</summary>
    public const int Most = 200;

    /// <summary>Why the command as a whole is refused; empty when it may start.</summary>
    public static IReadOnlyList<Error> Check(Actor actor, BulkCommand command)
    {
        var errors = new List<Error>();
        if (!actor.May(command.Action == BulkAction.Dispatch ? Permission.DispatchCase : Permission.UrgeCase))
            errors.Add(new PlatformErrors.NotPermitted());
        if (command.CaseIds.Count == 0)
            errors.Add(new BulkErrors.NothingChosen());
        if (command.CaseIds.Count > Most)
            errors.Add(new BulkErrors.TooMany(Most));
        var note = PlainText.Clean(command.Note);
        if (command.Action == BulkAction.Urge && note.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(command.Note), "催办要求") { Field = nameof(command.Note) });
        if (note.Length > CaseStep.NoteLength)
            errors.Add(new PlatformErrors.TooLong("说明", CaseStep.NoteLength, note.Length) { Field = nameof(command.Note) });
        if (command.Action == BulkAction.Dispatch && string.IsNullOrEmpty(command.BodyCode))
            errors.Add(new PlatformErrors.Required(nameof(command.BodyCode), "承办单位") { Field = nameof(command.BodyCode) });
        return errors;
    }

    /// <summary>Says case by case what would happen, and saves nothing.</summary>
    public IAsyncEnumerable<BulkAnswer> PreviewAsync(Actor actor, BulkCommand command, CancellationToken ct = default) =>
        AnswerAsync(rehearsed, actor, command, [], ct);

    /// <summary>Does it case by case; stops between two cases when it is cancelled.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="previewed">What the preview said: cases that changed since are refused with who changed them.</param>
    /// <param name="ct">Stops it; what was done stays done.</param>
    public IAsyncEnumerable<BulkAnswer> RunAsync(Actor actor, BulkCommand command, IReadOnlyCollection<BulkAnswer> previewed, CancellationToken ct = default) =>
        AnswerAsync(real, actor, command, previewed.ToDictionary(p => p.CaseId, p => p.Version), ct);

    private static async IAsyncEnumerable<BulkAnswer> AnswerAsync(
        BulkHands hands, Actor actor, BulkCommand command, Dictionary<Guid, uint> versions, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Check(actor, command) is [var refusal, ..])
        {
            foreach (var id in command.CaseIds.Take(Most))
                yield return new BulkAnswer(id, 0, refusal.Message);
            yield break;
        }
        foreach (var id in command.CaseIds.Distinct())
        {
            ct.ThrowIfCancellationRequested();
            var version = versions.TryGetValue(id, out var seen) ? seen : await VersionAsync(hands, actor, id, ct);
            // Once begun a case is finished: the person must not have to wonder about it.
            var answer = version is { } known
                ? await DoAsync(hands, actor, command, id, known)
                : new CaseErrors.NotFound();
            yield return new BulkAnswer(id, version ?? 0, answer.IsOk ? null : answer.Error.Message);
        }
    }

    private static Task<Result<CaseNumber>> DoAsync(BulkHands hands, Actor actor, BulkCommand command, Guid id, uint version) =>
        command.Action == BulkAction.Dispatch
            ? hands.Cases.TakeStepAsync(actor, new TakeStep(id, version, CaseStepKind.Dispatch, command.Note, command.BodyCode), CancellationToken.None)
            : hands.Remarks.SayAsync(actor, new SayRemark(id, CaseStepKind.Urge, command.Note), CancellationToken.None);

    private static async Task<uint?> VersionAsync(BulkHands hands, Actor actor, Guid id, CancellationToken ct)
    {
        var read = await hands.Units.ExecuteAsync<uint>(async unit =>
            await unit.Cases.FindAsync(id, ct) is { } found && CaseVisibility.Of(actor).Allows(found) ? found.Version : new CaseErrors.NotFound(), ct);
        return read.IsOk ? read.Value : null;
    }
}
