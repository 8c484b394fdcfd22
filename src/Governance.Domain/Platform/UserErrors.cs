using Governance.Domain.Common;

namespace Governance.Domain.Platform;

/// <summary>Refusals when accounts are kept.</summary>
public static class UserErrors
{
    /// <summary>No such account, or one outside the administrator's scope.</summary>
    public sealed record NotFound() : NotFoundError("user.not-found", "没有找到这个账号，或它不在您的管理范围内。");

    /// <summary>Somebody has that account already.</summary>
    public sealed record AccountTaken(string Account) : ConflictError("user.account-taken", $"账号“{Account}”已被使用，请换一个。");

    /// <summary>An account is not written as it must be.</summary>
    public sealed record BadAccount() : Error("user.bad-account", "账号为 3 至 32 位小写字母、数字、点或短横线，以字母开头。");

    /// <summary>A password breaks a rule.</summary>
    public sealed record WeakPassword(string Reason) : Error("user.weak-password", Reason);

    /// <summary>The body is none of this city's.</summary>
    public sealed record UnknownBody() : Error("user.unknown-body", "请从列表中选择单位。");

    /// <summary>The scope is no division of this city.</summary>
    public sealed record UnknownScope() : Error("user.unknown-scope", "请从列表中选择管辖范围。");

    /// <summary>A person's rights must not reach further than the body's area.</summary>
    public sealed record ScopeOutsideBody(string BodyName) : Error("user.scope-outside-body", $"管辖范围须在“{BodyName}”所在地之内。");

    /// <summary>Locking or disarming oneself would leave nobody to undo it.</summary>
    public sealed record OwnAccount() : Error("user.own-account", "不能锁定自己的账号，也不能改变自己的角色和管辖范围，请由另一位管理员办理。");

    /// <summary>Somebody else changed the account since it was opened.</summary>
    public sealed record ChangedMeanwhile() : ConflictError("user.changed-meanwhile", "该账号刚被他人修改，下面已是最新内容，请核对后重新保存。");

    /// <summary>The present password was typed wrongly.</summary>
    public sealed record WrongPassword() : Error("user.wrong-password", "当前密码不正确。");

    /// <summary>Too many wrong passwords in a row.</summary>
    public sealed record TemporarilyLocked(int Minutes) : Error("user.temporarily-locked", $"输错次数过多，已锁定 {Minutes} 分钟，请稍后再试。");

    /// <summary>The new password is the old one.</summary>
    public sealed record SamePassword() : Error("user.same-password", "新密码不能与当前密码相同。");
}
