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
    int? ReceiptHours, string Ground);

/// <summary>Whose people are in a circle at first.</summary>
/// <param name="BodyKey">Key of a body; that of the place or of the nearest division above is meant.</param>
/// <param name="Role">Which of its people.</param>
public sealed record CircleSeat(string BodyKey, Role Role);
