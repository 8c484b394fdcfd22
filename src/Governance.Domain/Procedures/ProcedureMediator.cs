using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>Why somebody else mediates.</summary>
public enum MediatorChangeReason
{
    /// <summary>A party asked for somebody else: the parties choose or accept the mediator (People's Mediation Law, article 23).</summary>
    PartyAsked = 1,

    /// <summary>The mediator has to keep out of the matter.</summary>
    Recusal = 2,

    /// <summary>The mediator is away or left.</summary>
    Away = 3,

    /// <summary>The work was distributed anew.</summary>
    Arrangement = 4,
}

/// <summary>Somebody else leads a procedure.</summary>
/// <param name="BodyName">Body that leads it from now on.</param>
/// <param name="Mediator">Mediator, arbitrator or judge; may be empty.</param>
/// <param name="MediatorId">The mediator's entry in the register, or null for somebody outside it.</param>
/// <param name="Reason">Why another mediator; null when nobody said.</param>
/// <param name="Note">What happened, in words.</param>
public sealed record ProcedureChange(string BodyName, string Mediator, Guid? MediatorId, MediatorChangeReason? Reason, string Note);

/// <summary>Who leads it, and who does so after a change (变更).</summary>
public sealed partial class Procedure
{
    /// <summary>变更: another body or mediator. Another mediator of a mediation needs a reason, which stays in its course.</summary>
    public Result Change(ProcedureChange change, Actor actor, DateTimeOffset at)
    {
        if (!IsRunning)
            return new ProcedureErrors.Ended(OutcomeName!);
        var (body, mediator, note) = (PlainText.CleanLine(change.BodyName), PlainText.CleanLine(change.Mediator), PlainText.Clean(change.Note));
        var (otherBody, otherMediator) = (body != BodyName, mediator != Mediator || change.MediatorId != MediatorId);
        var errors = new List<Error>();
        Need(errors, nameof(BodyName), "办理单位", body, BodyNameLength, true);
        Need(errors, nameof(Mediator), "调解员（承办人）", mediator, MediatorLength, false);
        Need(errors, "Note", "变更说明", note, ProcedureEntry.NoteLength - NamesRoom, true);
        if (otherMediator && Mediator.Length > 0 && Nature.Way() == ProcedureWay.Mediation && change.Reason is null)
            errors.Add(new PlatformErrors.Required("Reason", "变更原因") { Field = "Reason" });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        if (!otherBody && !otherMediator)
            return Common.Result.Ok;
        // The title goes into the trail as well, which names nobody; the names stand in the words.
        var what = !otherMediator ? "办理单位" : (otherBody ? "办理单位和" : "") + (Nature.Way() == ProcedureWay.Mediation ? "调解员" : "承办人");
        var title = $"变更{what}{(otherMediator && change.Reason is { } reason ? $"（{reason.DisplayName()}）" : "")}";
        var words = otherMediator ? $"{Named(Mediator)}改为{Named(mediator)}。{note}" : note;
        (BodyName, Mediator, MediatorId) = (body, mediator, change.MediatorId);
        Record(ProcedureEntryKind.Change, title, at.ChinaDay(), actor, at, words, null);
        return Common.Result.Ok;
    }

    // Two names stand before the words in one field.
    private const int NamesRoom = (2 * MediatorLength) + 10;

    private static string Named(string mediator) => mediator.Length == 0 ? "未定" : mediator;
}
