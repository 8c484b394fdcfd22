using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>What somebody types into the form of an account.</summary>
/// <param name="DisplayName">姓名.</param>
/// <param name="Role">角色.</param>
/// <param name="BodyCode">单位: code of a body of the city.</param>
/// <param name="Scope">管辖范围: a division inside the body's area.</param>
public sealed record UserFacts(string DisplayName, Role Role, string BodyCode, AreaCode Scope);

/// <summary>新建账号.</summary>
/// <param name="Account">Sign-in name.</param>
/// <param name="Facts">Person and rights.</param>
/// <param name="Password">A password given by an operator; null has one made.</param>
/// <param name="MustChangePassword">Whether the person chooses an own one at the first sign-in.</param>
public sealed record CreateUser(string Account, UserFacts Facts, string? Password = null, bool MustChangePassword = true);

/// <summary>修改账号.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Version">Version that was opened.</param>
/// <param name="Facts">Person and rights as they shall be.</param>
public sealed record ChangeUser(Guid UserId, string Version, UserFacts Facts);

/// <summary>What the administrator hands over once: it is stored nowhere in clear.</summary>
/// <param name="UserId">Key of the account.</param>
/// <param name="Account">Sign-in name.</param>
/// <param name="Password">The password for the first sign-in.</param>
public sealed record NewSignIn(Guid UserId, string Account, string Password);
