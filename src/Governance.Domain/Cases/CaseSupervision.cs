using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;
using Governance.Domain.Supervision;

namespace Governance.Domain.Cases;

/// <summary>Supervision of the body whose step it is (督办, H58, A33): a card, its reply, its end; and the watch for thresholds.</summary>
public sealed partial class Case
{
    private readonly List<SupervisionOrder> _supervisions = [];

    /// <summary>Every supervision, oldest first; at most the last one is open.</summary>
    public IReadOnlyList<SupervisionOrder> Supervisions => _supervisions;

    /// <summary>Level of the open supervision; null without one.</summary>
    public SupervisionLevel? Supervision { get; private set; }

    /// <summary>When the next threshold is reached, UTC; null when none is left.</summary>
    public DateTimeOffset? WatchAt { get; private set; }

    /// <summary>Thresholds up to this moment have been acted on, UTC; null since the deadline last moved.</summary>
    public DateTimeOffset? WatchedUntil { get; private set; }

    /// <summary>督办: gives a card, or turns a yellow one red; a red one asks for a reply anew.</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="level">Yellow or red.</param>
    /// <param name="body">Body whose step it is.</param>
    /// <param name="words">What is required.</param>
    /// <param name="replyDueAt">When the reply is due, UTC.</param>
    /// <param name="thresholdId">Threshold that gives it, or null.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Supervise(
        Actor actor, SupervisionLevel level, Body body, string words, DateTimeOffset replyDueAt, string? thresholdId, DateTimeOffset at)
    {
        if (CheckSupervision(CaseStepKind.Supervise, actor, ref words) is { } refusal)
            return refusal;
        if (!Enum.IsDefined(level))
            return new PlatformErrors.Required("Level", "督办等级") { Field = "Level" };
        if (Supervision is { } before && before >= level)
            return new SupervisionErrors.SupervisedBefore(before.DisplayName()) { Ground = GroundKeys.SupervisionDeadline };
        if (replyDueAt <= at || replyDueAt > at.AddDays(90))
            return new SupervisionErrors.BadReplyDay { Field = "ReplyBy", Ground = GroundKeys.SupervisionDeadline };

        OpenSupervision?.Lift($"升为{level.DisplayName()}。", actor, at);
        _supervisions.Add(SupervisionOrder.Give(Id, actor, level, body, words, replyDueAt, thresholdId, at));
        Supervision = level;
        Record(CaseStepKind.Supervise, actor, at, $"{level.DisplayName()}：{words}", GroundKeys.SupervisionDeadline, body.Name, replyDueAt);
        return Result.Ok;
    }

    /// <summary>督办回复: the supervised body says what it does about it.</summary>
    public Result ReplySupervision(Actor actor, string words, DateTimeOffset at)
    {
        if (OpenSupervision is not { } open)
            return new SupervisionErrors.NotSupervised();
        if (CheckSupervision(CaseStepKind.ReplySupervision, actor, ref words) is { } refusal)
            return refusal;
        if (open.RepliedAt is not null)
            return new SupervisionErrors.RepliedBefore();
        open.ReplyWith(words, actor, at);
        var card = _steps.LastOrDefault(s => s.Kind == CaseStepKind.Supervise);
        Record(CaseStepKind.ReplySupervision, actor, at, words, GroundKeys.SupervisionDeadline);
        if (card?.ActorId is { } giver)
            _steps[^1].Name([new Mention(giver, card.ActorName)]);
        return Result.Ok;
    }

    /// <summary>解除督办.</summary>
    public Result LiftSupervision(Actor actor, string words, DateTimeOffset at)
    {
        if (OpenSupervision is not { } open)
            return new SupervisionErrors.NotSupervised();
        if (CheckSupervision(CaseStepKind.LiftSupervision, actor, ref words) is { } refusal)
            return refusal;
        Lift(open, actor, words, at);
        return Result.Ok;
    }

    /// <summary>A case that is over is supervised no more.</summary>
    public void EndSupervision(Actor system)
    {
        if (!State.IsOpen() && OpenSupervision is { } open)
            Lift(open, system, State == CaseState.Merged ? "案件已并入另一件，督办自动解除。" : "案件已办结，督办自动解除。", _steps[^1].At);
    }

    /// <summary>Notes when the next threshold is reached.</summary>
    public void Watch(DateTimeOffset? next) => WatchAt = next;

    /// <summary>Notes that thresholds up to now have been acted on.</summary>
    public void NoteWatched(DateTimeOffset until) => WatchedUntil = until;

    private SupervisionOrder? OpenSupervision => _supervisions.Find(s => s.LiftedAt is null);

    private void Lift(SupervisionOrder open, Actor actor, string words, DateTimeOffset at)
    {
        open.Lift(words, actor, at);
        Supervision = null;
        Record(CaseStepKind.LiftSupervision, actor, at, words, GroundKeys.SupervisionDeadline, open.BodyName);
    }

    private Error? CheckSupervision(CaseStepKind kind, Actor actor, ref string words)
    {
        var rule = SupervisionRule.For(kind);
        if (!State.IsOpen())
            return new CaseErrors.WrongState(kind, State) { Ground = GroundKeys.SupervisionDeadline };
        if (!rule.MayBeDoneBy(actor, State, Place, OpenSupervision?.BodyCode))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.SupervisionDeadline };
        words = PlainText.Clean(words);
        if (words.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        return words.Length > WordsLength ? new PlatformErrors.TooLong(rule.NoteLabel, WordsLength, words.Length) { Field = "Note" } : null;
    }
}
