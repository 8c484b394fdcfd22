using Microsoft.AspNetCore.Identity;

namespace Governance.Infrastructure.Platform;

/// <summary>Identity's refusals in Chinese.</summary>
public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "操作没有完成，请重试。");

    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "该账号刚被他人修改，请刷新后重试。");

    /// <inheritdoc />
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "当前密码不正确。");

    /// <inheritdoc />
    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), "账号只能用小写字母、数字、点和短横线。");

    /// <inheritdoc />
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"账号“{userName}”已被使用。");

    private static IdentityError Say(string code, string message) => new() { Code = code, Description = message };
}
