using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Restricted;

/// <summary>移送: a restricted case was handed over to the body the pack names, which confirms the receipt (H29, A26).</summary>
public sealed class HandOver
{
    /// <summary>Longest number of a receipt.</summary>
    public const int NumberLength = 60;

    /// <summary>Most handlers named in one hand-over.</summary>
    public const int MostHandlers = 10;

    /// <summary>Longest name of who received it.</summary>
    public const int ReceiverLength = 40;

    private HandOver()
    {
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Body it was handed over to.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Names of the handlers there, in the order they were named; empty where they work outside the portal.</summary>
    public string Handlers { get; private set; } = "";

    /// <summary>Who handed it over.</summary>
    public string HandedOverBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset HandedOverAt { get; private set; }

    /// <summary>When the next reminder is due, UTC; null once the receipt is there.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>Hours within which the receipt is due, and between reminders.</summary>
    public int ReceiptHours { get; private set; }

    /// <summary>Number of the receipt; null until it is there.</summary>
    public string? ReceiptNumber { get; private set; }

    /// <summary>Who received it, as the receipt says.</summary>
    public string? ReceivedBy { get; private set; }

    /// <summary>When the receipt was recorded, UTC.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    internal static HandOver To(Guid caseId, Body body, IEnumerable<CirclePerson> handlers, Actor by, int receiptHours, DateTimeOffset at) => new()
    {
        CaseId = caseId, BodyCode = body.Code, BodyName = body.Name, Handlers = string.Join('、', handlers.Select(p => p.Name)), HandedOverBy = by.DisplayName, HandedOverAt = at,
        ReceiptHours = receiptHours, RemindAt = at.AddHours(receiptHours),
    };

    internal void Confirm(string number, string receivedBy, DateTimeOffset at) =>
        (ReceiptNumber, ReceivedBy, ReceivedAt, RemindAt) = (number, receivedBy, at, null);

    internal void Remind(DateTimeOffset at) => RemindAt = at.AddHours(ReceiptHours);
}
