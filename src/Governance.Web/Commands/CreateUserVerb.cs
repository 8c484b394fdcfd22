using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Web.Commands;

/// <summary>Makes an account from the command line: the first administrator of a new portal, for one.</summary>
public sealed class CreateUserVerb(UserService users, IReferenceData reference) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "create-user";

    /// <inheritdoc />
    public string Usage => "create-user 账号 姓名 角色 单位 [管辖区划代码]";

    /// <inheritdoc />
    public string Summary => "新建账号并显示一次初始密码；角色如“系统管理员”，单位填名称或代码，管辖范围默认为单位所在地";

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        if (args.Count is < 4 or > 5)
            throw new AdminUsageException("需要 4 或 5 个参数。");
        var pack = reference.Pack;
        var body = FindBody(pack, args[3]);
        var scope = args.Count == 5 ? ReadScope(args[4]) : body.AreaCode;
        var made = await users.CreateAsync(
            OperatorActor.Of(pack), new CreateUser(args[0], new UserFacts(args[1], ReadRole(args[2]), body.Code, scope)), ct);
        if (!made.IsOk)
            throw new AdminFailedException(string.Join("\n", made.Errors.Select(error => error.Message)));
        await context.Output.WriteLineAsync($"账号：{made.Value.Account}\n初始密码：{made.Value.Password}（只显示这一次，首次登录时须修改）");
        await context.Output.WriteLineAsync("已新建 1 个账号。");
        return 0;
    }

    private static Role ReadRole(string text)
    {
        foreach (var role in Roles.All)
            if (role.DisplayName() == text || string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return role;
        throw new AdminUsageException($"没有角色“{text}”。可用角色：{string.Join("、", Roles.All.Select(role => role.DisplayName()))}。");
    }

    private static Body FindBody(CityPack pack, string text)
    {
        if (pack.FindBody(text) is { } byCode)
            return byCode;
        var named = pack.Bodies.Where(body => body.Name == text).Take(2).ToList();
        return named.Count switch
        {
            1 => named[0],
            0 => throw new AdminUsageException($"没有单位“{text}”。请填全称，或“区划代码-单位键”，如 {Body.CodeOf(pack.Profile.AreaCode, "centre")}。"),
            _ => throw new AdminUsageException($"有多个单位叫“{text}”，请改填代码，如 {named[0].Code}。"),
        };
    }

    private static AreaCode ReadScope(string text) =>
        AreaCode.TryParse(text, out var scope) ? scope : throw new AdminUsageException($"“{text}”不是 12 位区划代码。");
}
