using Governance.Application.Platform;
using Governance.Infrastructure.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Governance.Web.Security;

/// <summary>Registers sign-in, rights and their limits.</summary>
public static class SecurityServices
{
    /// <summary>Hours without a request until a sign-in ends.</summary>
    private const int IdleHours = 8;

    /// <summary>Adds accounts, cookies, the actor and the rule that every page wants a sign-in unless it says otherwise.</summary>
    public static WebApplicationBuilder AddPortalSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAccounts();
        services.AddHttpContextAccessor();
        services.AddSingleton<AccountCache>();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<CookieValidation>();
        services.AddScoped<AuthenticationStateProvider, PortalAuthenticationState>();
        services.AddScoped<IActorProvider, ActorProvider>();
        services.AddCascadingAuthenticationState();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "governance";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = Paths.SignIn;
            options.ReturnUrlParameter = "returnUrl";
            options.AccessDeniedPath = "/status/403";
            options.ExpireTimeSpan = TimeSpan.FromHours(IdleHours);
            options.SlidingExpiration = true;
            options.EventsType = typeof(CookieValidation);
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => options.Cookie.Name = "governance-form");
        services.AddSignInLimiter(builder.Configuration);
        // Keys outlive the process: a restart must not sign everybody out or make open forms invalid.
        services.AddDataProtection()
            .SetApplicationName("governance")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(DataFolder.Of(builder.Configuration), "keys")));
        return builder;
    }
}
