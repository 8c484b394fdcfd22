using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>Makes the demo accounts that are missing and tells with which password each can be used.</summary>
internal sealed class DemoAccounts(IDbContextFactory<GovernanceDbContext> contexts, IUnitOfWorkFactory units, UserService users)
{
    private static readonly PasswordHasher<PortalUser> Hasher = new();

    /// <summary>True when the database knows people, but none of the demo's.</summary>
    public async Task<bool> BelongsToOthersAsync(DemoRoster roster, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Users.AnyAsync(ct) && (await StoredAsync(context, roster, ct)).Count == 0;
    }

    /// <summary>Makes what is missing; accounts that exist keep what they are.</summary>
    /// <returns>How many were made; refused when the operator's password breaks the rules.</returns>
    public async Task<Result<int>> AddMissingAsync(DemoRoster roster, DemoPassword password, CityPack pack, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var known = await StoredAsync(context, roster, ct);
        var missing = roster.People.Where(p => !known.ContainsKey(p.Account)).ToList();
        if (missing.Count == 0)
            return 0;
        // Every account would refuse the same password: said once, before any is made.
        var secret = password.ForNewAccounts();
        var broken = roster.People.SelectMany(p => PasswordRules.Check(p.Account, secret)).Distinct().ToList();
        if (broken.Count > 0)
            return Result<int>.Refused([.. broken.Select(reason => new UserErrors.WeakPassword(reason))]);
        var maker = SystemActor.Named("演示数据", pack) with { Role = Role.SystemAdministrator };
        foreach (var person in missing)
        {
            var facts = new UserFacts(person.DisplayName, person.Role, person.Body.Code, person.Scope);
            var made = await users.CreateAsync(maker, new CreateUser(person.Account, facts, secret, MustChangePassword: false), ct);
            if (!made.IsOk)
                return Result<int>.Refused(made.Errors);
        }
        return missing.Count;
    }

    /// <summary>
    /// The accounts as they are now. Where a password that was made up earlier still stands and the operator has named another, that
    /// one is set; one that a person chose is never touched.
    /// </summary>
    public async Task<IReadOnlyList<DemoSignIn>> SignInsAsync(DemoRoster roster, DemoPassword password, CityPack pack, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var stored = await StoredAsync(context, roster, ct);
        var signIns = new List<DemoSignIn>();
        foreach (var user in roster.People.Select(p => stored[p.Account]))
        {
            var usable = Opens(user, password.Current);
            if (!usable && password.IsGiven && Opens(user, password.Kept))
                usable = await SetAsync(user, password.Current!, pack, ct);
            var actor = new Actor(user.Id, user.UserName!, user.DisplayName, user.Role, user.BodyCode, user.BodyName, user.ScopeCode);
            signIns.Add(new DemoSignIn(actor, usable));
        }
        return signIns;
    }

    private async Task<bool> SetAsync(PortalUser user, string password, CityPack pack, CancellationToken ct)
    {
        if (PasswordRules.Check(user.UserName!, password).Count > 0)
            return false;
        var set = await units.ExecuteAsync<Guid>(async unit =>
        {
            (await unit.Users.FindAsync(user.Id, ct))!.SetPassword(password, mustChange: false);
            unit.Audit(
                SystemActor.Named("演示数据", pack),
                new AuditRecord("user.reset-password", "user", user.UserName!, user.ScopeCode, "改为启动时给出的演示密码"));
            return user.Id;
        }, ct);
        return set.IsOk;
    }

    private static bool Opens(PortalUser user, string? password) =>
        password is not null && Hasher.VerifyHashedPassword(user, user.PasswordHash ?? "", password) != PasswordVerificationResult.Failed;

    private static Task<Dictionary<string, PortalUser>> StoredAsync(GovernanceDbContext context, DemoRoster roster, CancellationToken ct)
    {
        var names = roster.People.Select(p => p.Account).ToList();
        return context.Users.AsNoTracking().Where(u => names.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, ct);
    }
}
