using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>An account in use, as others name its person.</summary>
/// <param name="Id">Key of the account.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Role">Role.</param>
/// <param name="BodyCode">Body.</param>
/// <param name="BodyName">Its name.</param>
public sealed record Colleague(Guid Id, string Name, Role Role, string BodyCode, string BodyName);
