using Governance.Domain.Platform;

namespace Governance.Domain.Restricted;

/// <summary>
/// One line of the pack's <c>restrictions.csv</c>: which matters only named persons may know of (限定知悉), and who they are at first.
/// </summary>
/// <param name="Key">Stable key.</param>
/// <param name="Name">What people read, e.g. 校园欺凌.</param>
/// <param name="Categories">Leaf categories whose cases are restricted from their registration on; may be empty.</param>
/// <param name="KeeperBody">Key of the body whose people keep the circle and run the case.</param>
/// <param name="Seats">Whose people are in the circle at first; the keeper's are among them.</param>
/// <param name="HandOverBody">Key of the body such a matter is handed over to, or null.</param>
/// <param name="ReceiptHours">Within how many hours that body confirms the receipt; null where nothing is handed over.</param>
/// <param name="Ground">Key of the pack's grounds it rests on.</param>
public sealed record RestrictionRule(
    string Key, string Name, IReadOnlyList<string> Categories, string KeeperBody, IReadOnlyList<CircleSeat> Seats, string? HandOverBody,
    int? ReceiptHours, string Ground)
{
    /// <summary>True when the city has opened a protected form for such reports (举报通道).</summary>
    public bool HasIntake { get; init; }

    /// <summary>True when such a case is not closed without a finding, and not without an answer the reporter wished for (查证、反馈).</summary>
    public bool NeedsFinding { get; init; }

    /// <summary>Keys of the bodies that are told of the matter without names (通报); may be empty.</summary>
    public IReadOnlyList<string> NoticeBodies { get; init; } = [];
}

/// <summary>Whose people are in a circle at first.</summary>
/// <param name="BodyKey">Key of a body; that of the place or of the nearest division above is meant.</param>
/// <param name="Role">Which of its people.</param>
public sealed record CircleSeat(string BodyKey, Role Role);
