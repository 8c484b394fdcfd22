using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary>Makes demo accounts and, in a database without cases, invented cases.</summary>
public sealed class DemoVerb : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "demo";

    /// <inheritdoc />
    public string Usage => "demo";

    /// <inheritdoc />
    public string Summary => "建立演示账号；还没有案件时一并建立演示案件";

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        if (args.Count > 0)
            throw new AdminUsageException("这个命令没有参数。");
        try
        {
            var report = await PortalDemo.EnsureAsync(context.Services, context.Options, insist: true, ct);
            foreach (var line in PortalDemo.Describe(report, context.Options.DemoPassword is not null))
                await context.Output.WriteLineAsync(line);
            await context.Output.WriteLineAsync(
                $"新增演示账号 {report.AccountsAdded} 个，新增演示案件 {report.CasesAdded} 件。"
                + (report.CasesAdded == 0 ? "数据库中已有案件，没有再建。" : ""));
            return 0;
        }
        catch (StartRefusedException refused)
        {
            throw new AdminFailedException(refused.Message, refused);
        }
    }
}
