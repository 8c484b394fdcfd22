using Governance.Infrastructure.Persistence;

namespace Governance.Web.Commands;

/// <summary>Brings the schema up to date, as every start does too.</summary>
public sealed class MigrateVerb(DatabaseMigrator migrator) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "migrate";

    /// <inheritdoc />
    public string Usage => "migrate";

    /// <inheritdoc />
    public string Summary => "把数据库结构更新到当前版本";

    /// <inheritdoc />
    public bool NeedsSchema => false;

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        if (args.Count > 0) throw new AdminUsageException("这个命令没有参数。");
        var applied = await migrator.MigrateAsync(ct);
        foreach (var name in applied) await context.Output.WriteLineAsync(name);
        await context.Output.WriteLineAsync(applied.Count == 0 ? "数据库结构已是最新。" : $"已更新 {applied.Count} 步。");
        return 0;
    }
}
