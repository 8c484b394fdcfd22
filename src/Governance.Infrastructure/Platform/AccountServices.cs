using Governance.Application.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Infrastructure.Platform;

/// <summary>Registers accounts: ASP.NET Core Identity on the portal's context.</summary>
public static class AccountServices
{
    /// <summary>Adds user manager, sign-in manager, password rules and the account reader.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-";
                options.Lockout.MaxFailedAccessAttempts = PasswordRules.FailuresUntilLock;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(PasswordRules.LockMinutes);
                // Identity's own character classes are off: PasswordRules says what counts, with Chinese sentences.
                options.Password.RequiredLength = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<GovernanceDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<PortalPasswordValidator>()
            .AddErrorDescriber<ChineseIdentityErrors>();
        services.AddSingleton<IAccountReader, AccountReader>();
        services.AddSingleton<IUserQueries, UserQueries>();
        return services;
    }
}
