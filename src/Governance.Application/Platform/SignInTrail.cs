using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Writes sign-ins, failures and sign-outs into the audit trail.</summary>
public sealed class SignInTrail(IUnitOfWorkFactory units)
{
    // Who fails to sign in has not shown to be anybody; there is no area either.
    private static readonly Actor Stranger = new(Guid.Empty, "", "未登录", Role.GridMember, "", "", default);

    /// <summary>登录. Written before the sign-in counts: without an entry nobody gets in.</summary>
    public Task<Result<bool>> SignedInAsync(Actor actor, CancellationToken ct = default) =>
        WriteAsync(actor, new AuditRecord("user.sign-in", "user", actor.Account, actor.Scope, ""), ct);

    /// <summary>退出登录.</summary>
    public Task<Result<bool>> SignedOutAsync(Actor actor, CancellationToken ct = default) =>
        WriteAsync(actor, new AuditRecord("user.sign-out", "user", actor.Account, actor.Scope, ""), ct);

    /// <summary>
    /// 登录失败 on an account, or on none (null). What was typed is never kept: people type passwords into the wrong field.
    /// </summary>
    public Task<Result<bool>> FailedAsync(Actor? target, CancellationToken ct = default) =>
        WriteAsync(Stranger, new AuditRecord("user.sign-in-failed", "user", target?.Account ?? "未知账号", target?.Scope, ""), ct);

    private Task<Result<bool>> WriteAsync(Actor actor, AuditRecord record, CancellationToken ct) =>
        units.ExecuteAsync<bool>(unit =>
        {
            unit.Audit(actor, record);
            return Task.FromResult<Result<bool>>(true);
        }, ct);
}
