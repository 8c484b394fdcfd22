using Governance.Domain.Platform;
using Governance.Infrastructure.Demo;

namespace Governance.Web.Hosting;

/// <summary>Makes demo accounts and cases and puts the sign-ins into words.</summary>
public static class PortalDemo
{
    /// <summary>Makes what is missing.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="options">Password and data folder.</param>
    /// <param name="insist">True to do it even in a database that others use.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="StartRefusedException">The operator's password breaks the rules.</exception>
    public static async Task<DemoReport> EnsureAsync(IServiceProvider services, PortalOptions options, bool insist, CancellationToken ct)
    {
        var made = await services.GetRequiredService<DemoData>().EnsureAsync(options.DemoPassword, options.DataDirectory, insist, ct);
        return made.IsOk
            ? made.Value
            : throw new StartRefusedException(
                $"演示账号没有建立：{string.Concat(made.Errors.Select(e => e.Message))}"
                + (options.DemoPassword is null ? "" : "密码由 GOVERNANCE_DEMO_PASSWORD 给出。"));
    }

    /// <summary>The sign-ins, one account a line; nothing when there are none.</summary>
    public static IEnumerable<string> Describe(DemoReport report, bool passwordGiven)
    {
        if (report.SignIns.Count == 0)
            yield break;
        yield return (passwordGiven, report.Password) switch
        {
            (true, _) => "演示账号，密码为环境变量 GOVERNANCE_DEMO_PASSWORD 的值：",
            (_, { } password) => $"演示账号，密码 {password}：",
            _ => "演示账号，密码在首次启动时显示过：",
        };
        foreach (var (person, stands) in report.SignIns)
        {
            // Without any known password nobody can tell who changed it.
            var changed = stands || (!passwordGiven && report.Password is null) ? "" : "（密码已修改）";
            yield return $"  {person.Account,-12}{person.Role.DisplayName()}，{person.DisplayName}，{person.BodyName}{changed}";
        }
    }
}
