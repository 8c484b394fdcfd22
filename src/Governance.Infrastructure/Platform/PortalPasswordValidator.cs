using Governance.Application.Platform;
using Microsoft.AspNetCore.Identity;

namespace Governance.Infrastructure.Platform;

/// <summary>Puts <see cref="PasswordRules"/> behind every way Identity sets a password.</summary>
public sealed class PortalPasswordValidator : IPasswordValidator<PortalUser>
{
    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var errors = PasswordRules.Check(user.UserName ?? "", password ?? "")
            .Select(message => new IdentityError { Code = "Password", Description = message })
            .ToArray();
        return Task.FromResult(errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors));
    }
}
