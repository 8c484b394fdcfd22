using System.Text.RegularExpressions;
using Governance.Application.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>
/// Keeps accounts: who may sign in, as what, for which body and area. An administrator keeps the accounts of the own scope. Every
/// change is in the audit trail, and ends the sign-ins it concerns.
/// </summary>
public sealed partial class UserService(IUnitOfWorkFactory units, IReferenceData reference)
{
    /// <summary>Longest display name.</summary>
    public const int DisplayNameLength = 40;

    /// <summary>新建账号; gives the initial password, which is shown once and stored nowhere in clear.</summary>
    public async Task<Result<NewSignIn>> CreateAsync(Actor actor, CreateUser command, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ManageUsers))
            return new PlatformErrors.NotPermitted();
        var account = command.Account.Trim().ToLowerInvariant();
        var password = command.Password ?? InitialPassword.For(account);
        var errors = Check(actor, command.Facts);
        if (!AccountForm().IsMatch(account))
            errors.Add(new UserErrors.BadAccount { Field = nameof(command.Account) });
        errors.AddRange(PasswordRules.Check(account, password)
            .Select(reason => new UserErrors.WeakPassword(reason) { Field = nameof(command.Password) }));
        if (errors.Count > 0)
            return Result<NewSignIn>.Refused(errors);

        return await units.ExecuteAsync<NewSignIn>(async unit =>
        {
            if (await unit.Users.ExistsAsync(account, ct))
                return new UserErrors.AccountTaken(account) { Field = nameof(command.Account) };
            var facts = Stored(account, command.Facts);
            var id = unit.Users.Add(facts, BodyName(facts.BodyCode), password, command.MustChangePassword);
            unit.Audit(actor, new AuditRecord("user.create", "user", account, facts.Scope, Describe(facts)));
            return new NewSignIn(id, account, password);
        }, ct);
    }

    /// <summary>修改账号: name, role, body, scope.</summary>
    public Task<Result<Guid>> ChangeAsync(Actor actor, ChangeUser command, CancellationToken ct = default) =>
        OnAccountAsync<Guid>(actor, command.UserId, (unit, found) =>
        {
            if (found.Version != command.Version)
                return new UserErrors.ChangedMeanwhile();
            var errors = Check(actor, command.Facts);
            if (errors.Count > 0)
                return Result<Guid>.Refused(errors);
            var (before, after) = (found.Facts, Stored(found.Facts.Account, command.Facts));
            if (actor.UserId == command.UserId && (before.Role != after.Role || before.Scope != after.Scope))
                return new UserErrors.OwnAccount();
            if (before != after)
            {
                found.Change(after, BodyName(after.BodyCode));
                Audit(unit, actor, "user.change", found, Difference(before, after));
            }
            return command.UserId;
        }, ct);

    /// <summary>重置密码: a new initial password, and the end of every sign-in.</summary>
    public Task<Result<NewSignIn>> ResetPasswordAsync(Actor actor, Guid userId, CancellationToken ct = default) =>
        OnAccountAsync<NewSignIn>(actor, userId, (unit, found) =>
        {
            var password = InitialPassword.For(found.Facts.Account);
            found.SetPassword(password, mustChange: true);
            Audit(unit, actor, "user.reset-password", found, "");
            return new NewSignIn(userId, found.Facts.Account, password);
        }, ct);

    /// <summary>锁定: no sign-in any more, and the end of those that stand.</summary>
    public Task<Result<Guid>> LockAsync(Actor actor, Guid userId, CancellationToken ct = default) =>
        OnAccountAsync<Guid>(actor, userId, (unit, found) =>
        {
            if (actor.UserId == userId)
                return new UserErrors.OwnAccount();
            if (!found.IsSuspended)
            {
                found.Suspend();
                Audit(unit, actor, "user.lock", found, "");
            }
            return userId;
        }, ct);

    /// <summary>解除锁定: of an administrator's lock as of the one after wrong passwords.</summary>
    public Task<Result<Guid>> UnlockAsync(Actor actor, Guid userId, CancellationToken ct = default) =>
        OnAccountAsync<Guid>(actor, userId, (unit, found) =>
        {
            found.Release();
            Audit(unit, actor, "user.unlock", found, "");
            return userId;
        }, ct);

    /// <summary>强制退出登录: ends every sign-in of the account.</summary>
    public Task<Result<Guid>> SignOutEverywhereAsync(Actor actor, Guid userId, CancellationToken ct = default) =>
        OnAccountAsync<Guid>(actor, userId, (unit, found) =>
        {
            found.EndSignIns();
            Audit(unit, actor, "user.sign-out-everywhere", found, "");
            return userId;
        }, ct);

    private async Task<Result<T>> OnAccountAsync<T>(
        Actor actor, Guid userId, Func<IUnitOfWork, IStoredAccount, Result<T>> act, CancellationToken ct)
    {
        if (!actor.May(Permission.ManageUsers))
            return new PlatformErrors.NotPermitted();
        return await units.ExecuteAsync<T>(async unit =>
            await unit.Users.FindAsync(userId, ct) is { } found && actor.Scope.Contains(found.Facts.Scope)
                ? act(unit, found)
                : new UserErrors.NotFound(), ct);
    }

    private List<Error> Check(Actor actor, UserFacts facts)
    {
        var errors = new List<Error>();
        var name = PlainText.CleanLine(facts.DisplayName);
        if (name.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(facts.DisplayName), "姓名") { Field = nameof(facts.DisplayName) });
        if (name.Length > DisplayNameLength)
            errors.Add(new PlatformErrors.TooLong("姓名", DisplayNameLength, name.Length) { Field = nameof(facts.DisplayName) });
        if (reference.Pack.FindBody(facts.BodyCode) is not { } body)
            errors.Add(new UserErrors.UnknownBody { Field = nameof(facts.BodyCode) });
        else if (facts.Scope != default && !body.AreaCode.Contains(facts.Scope))
            errors.Add(new UserErrors.ScopeOutsideBody(body.Name) { Field = nameof(facts.Scope) });
        if (facts.Scope == default || reference.Pack.FindDivision(facts.Scope) is not { } scope)
            errors.Add(new UserErrors.UnknownScope { Field = nameof(facts.Scope) });
        else if (!actor.Scope.Contains(facts.Scope))
            errors.Add(new PlatformErrors.OutsideScope(scope.Name) { Field = nameof(facts.Scope) });
        return errors;
    }

    private static AccountFacts Stored(string account, UserFacts facts) =>
        new(account, PlainText.CleanLine(facts.DisplayName), facts.Role, facts.BodyCode, facts.Scope);

    private static void Audit(IUnitOfWork unit, Actor actor, string action, IStoredAccount account, string detail) =>
        unit.Audit(actor, new AuditRecord(action, "user", account.Facts.Account, account.Facts.Scope, detail));

    private string Describe(AccountFacts facts) =>
        $"角色：{facts.Role.DisplayName()}；单位：{BodyName(facts.BodyCode)}；管辖范围：{PlaceName(facts.Scope)}";

    private string Difference(AccountFacts before, AccountFacts after)
    {
        var parts = new List<string>();
        if (before.DisplayName != after.DisplayName)
            parts.Add($"姓名：{before.DisplayName} 改为 {after.DisplayName}");
        if (before.Role != after.Role)
            parts.Add($"角色：{before.Role.DisplayName()} 改为 {after.Role.DisplayName()}");
        if (before.BodyCode != after.BodyCode)
            parts.Add($"单位：{BodyName(before.BodyCode)} 改为 {BodyName(after.BodyCode)}");
        if (before.Scope != after.Scope)
            parts.Add($"管辖范围：{PlaceName(before.Scope)} 改为 {PlaceName(after.Scope)}");
        return string.Join("；", parts);
    }

    private string BodyName(string code) => reference.Pack.FindBody(code)?.Name ?? code;

    private string PlaceName(AreaCode code) => reference.Pack.FindDivision(code)?.Name ?? code.Value;

    [GeneratedRegex("^[a-z][a-z0-9.-]{2,31}$")]
    private static partial Regex AccountForm();
}
