using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Domain.Cases;

/// <summary>A lead on organised crime goes to the police, with a receipt (移送、回执; H29, A26).</summary>
public sealed partial class Case
{
    /// <summary>To whom it was handed over, and the receipt; null while it was not.</summary>
    public HandOver? HandOver { get; private set; }

    /// <summary>移送: a keeper hands the restricted case over to a body; the named handlers there join the circle.</summary>
    /// <param name="actor">A keeper.</param>
    /// <param name="body">The body.</param>
    /// <param name="handlers">Its named handlers; may be empty where they work outside the portal.</param>
    /// <param name="note">Accompanying words; may be empty.</param>
    /// <param name="receiptHours">Within how many hours the receipt is due.</param>
    /// <param name="at">Now, UTC.</param>
    public Result HandOverTo(Actor actor, Body body, IReadOnlyList<CirclePerson> handlers, string note, int receiptHours, DateTimeOffset at)
    {
        if (CheckKeeper(actor) is { } stranger)
            return stranger;
        if (HandOver is not null)
            return new RestrictedErrors.HandedOverBefore(HandOver.BodyName) { Ground = GroundKeys.CaseOrganisedCrime };
        note = PlainText.Clean(note);
        if (note.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong("移送说明", CaseStep.NoteLength, note.Length) { Field = "Note" };
        if (handlers.FirstOrDefault(p => p.BodyCode != body.Code) is not null)
            return new RestrictedErrors.NotOfBody(body.Name) { Field = "Person" };
        handlers = [.. handlers.DistinctBy(p => p.UserId)];
        if (handlers.Count > HandOver.MostHandlers)
            return new RestrictedErrors.TooManyHandlers { Field = "Person" };

        HandOver = HandOver.To(Id, body, handlers, actor, receiptHours, at);
        _circle.AddRange(handlers.Where(p => !_circle.Exists(m => m.UserId == p.UserId))
            .Select(p => CircleMember.Of(Id, p with { IsKeeper = false }, actor, at)));
        Record(CaseStepKind.HandOver, actor, at, WithHandlers(note), GroundKeys.CaseOrganisedCrime, body.Name, HandOver.RemindAt);
        return Result.Ok;
    }

    /// <summary>回执: a member of the circle records the receipt of the body.</summary>
    public Result ConfirmReceipt(Actor actor, string number, string receivedBy, DateTimeOffset at)
    {
        if (!IsRestricted || !MayBeKnownTo(actor.UserId))
            return new RestrictedErrors.NotRestricted();
        if (HandOver is null)
            return new RestrictedErrors.NotHandedOver();
        if (HandOver.ReceivedAt is not null)
            return new RestrictedErrors.ReceivedBefore(HandOver.ReceiptNumber!) { Ground = GroundKeys.CaseOrganisedCrime };
        (number, receivedBy) = (PlainText.CleanLine(number), PlainText.CleanLine(receivedBy));
        var errors = new List<Error>();
        Require(errors, "ReceiptNumber", "回执编号", number, HandOver.NumberLength);
        Require(errors, "ReceivedBy", "接收人", receivedBy, HandOver.ReceiverLength);
        if (errors.Count > 0)
            return Result.Refused(errors);
        HandOver.Confirm(number, receivedBy, at);
        Record(CaseStepKind.ConfirmReceipt, actor, at, $"回执编号：{number}；接收人：{receivedBy}", GroundKeys.CaseOrganisedCrime, HandOver.BodyName);
        return Result.Ok;
    }

    /// <summary>The time for the receipt is over: the case is marked as urged, again after every further stretch. Nothing happens when it is there.</summary>
    /// <returns>True when somebody was reminded.</returns>
    public bool RemindOfReceipt(Actor system, DateTimeOffset at)
    {
        if (HandOver?.RemindAt is not { } due || due > at)
            return false;
        HandOver.Remind(at);
        Record(CaseStepKind.RemindOfReceipt, system, at, $"移送后 {HandOver.ReceiptHours} 小时没有回执。", GroundKeys.CaseOrganisedCrime, HandOver.BodyName, HandOver.RemindAt);
        UrgedAt = at;
        return true;
    }

    private string WithHandlers(string note) => HandOver!.Handlers.Length == 0
        ? note
        : PlainText.Cut($"承办人：{HandOver.Handlers}。{note}", CaseStep.NoteLength);

    private static void Require(List<Error> errors, string field, string label, string text, int most)
    {
        if (text.Length == 0)
            errors.Add(new PlatformErrors.Required(field, label) { Field = field });
        else if (text.Length > most)
            errors.Add(new PlatformErrors.TooLong(label, most, text.Length) { Field = field });
    }
}
