using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>What a person does with the own account: change the password, end the sign-ins on other devices.</summary>
public sealed class OwnAccountService(IUnitOfWorkFactory units, TimeProvider time)
{
    /// <summary>修改密码: ends every sign-in of the account, so the caller signs this device in again.</summary>
    /// <returns>Refused when the present password is wrong (which counts towards the lock) or the new one breaks a rule.</returns>
    public async Task<Result<Guid>> ChangePasswordAsync(Actor actor, string current, string wanted, CancellationToken ct = default)
    {
        // A wrong password is a change of its own: it is counted even though the new password is refused.
        var held = await OnOwnAsync<bool>(actor, (_, found) =>
        {
            var now = time.GetUtcNow();
            return found.IsLockedOut(now) ? new UserErrors.TemporarilyLocked(PasswordRules.LockMinutes) : found.TryPassword(current, now);
        }, ct);
        if (!held.IsOk)
            return Result<Guid>.Refused(held.Errors);
        if (!held.Value)
            return new UserErrors.WrongPassword();
        if (wanted == current)
            return new UserErrors.SamePassword();
        if (PasswordRules.Check(actor.Account, wanted) is { Count: > 0 } broken)
            return Result<Guid>.Refused([.. broken.Select(reason => new UserErrors.WeakPassword(reason))]);

        return await OnOwnAsync<Guid>(actor, (unit, found) =>
        {
            found.SetPassword(wanted, mustChange: false);
            unit.Audit(actor, Entry(actor, "user.change-password"));
            return actor.UserId;
        }, ct);
    }

    /// <summary>在所有设备上退出.</summary>
    public Task<Result<Guid>> SignOutEverywhereAsync(Actor actor, CancellationToken ct = default) =>
        OnOwnAsync<Guid>(actor, (unit, found) =>
        {
            found.EndSignIns();
            unit.Audit(actor, Entry(actor, "user.sign-out-everywhere"));
            return actor.UserId;
        }, ct);

    private Task<Result<T>> OnOwnAsync<T>(Actor actor, Func<IUnitOfWork, IStoredAccount, Result<T>> act, CancellationToken ct) =>
        units.ExecuteAsync<T>(async unit =>
            await unit.Users.FindAsync(actor.UserId, ct) is { } found ? act(unit, found) : new UserErrors.NotFound(), ct);

    private static AuditRecord Entry(Actor actor, string action) => new(action, "user", actor.Account, actor.Scope, "");
}
