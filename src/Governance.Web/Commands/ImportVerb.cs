using System.Diagnostics;
using Governance.Application.Imports;
using Governance.Infrastructure.Deadlines;
using Governance.Infrastructure.Imports;
using Governance.Infrastructure.Persistence;

namespace Governance.Web.Commands;

/// <summary>
/// What the verbs that load a file have in common: one argument, refused rows listed, a closing count. They end with 0 when every
/// row was taken or known already, 1 when nothing was taken, 3 when single rows were refused.
/// </summary>
internal static class ImportVerb
{
    private const int Done = 0;
    private const int NothingTaken = 1;
    private const int RowsRefused = 3;

    /// <summary>Runs an import of the one file named and tells what it did.</summary>
    /// <param name="context">Output.</param>
    /// <param name="args">The arguments; exactly one file.</param>
    /// <param name="change">What happened to the rows that were taken, e.g. <c>新增案件</c>.</param>
    /// <param name="import">The import.</param>
    public static async Task<int> RunAsync(
        AdminContext context, IReadOnlyList<string> args, string change, Func<string, IProgress<int>, Task<ImportReport>> import)
    {
        if (args is not [var file])
            throw new AdminUsageException("请给出一个文件。");
        var watch = Stopwatch.StartNew();
        var report = await TryAsync(() => import(file, new RowProgress(context)));
        foreach (var fault in report.Faults)
            await context.Error.WriteLineAsync(fault.ToString());
        if (report.FileRefused)
        {
            await context.Error.WriteLineAsync("文件没有导入，请改正后重试。");
            return NothingTaken;
        }
        var seconds = watch.Elapsed.TotalSeconds;
        var refused = report.Rows - report.Added - report.Known;
        await context.Output.WriteLineAsync(
            $"共 {report.Rows} 行：{change} {report.Added}，已有 {report.Known}，拒绝 {refused}；用时 {seconds:0.0} 秒，每秒 {report.Rows / seconds:0} 行。");
        return refused > 0 ? RowsRefused : Done;
    }

    private static async Task<ImportReport> TryAsync(Func<Task<ImportReport>> import)
    {
        try
        {
            return await import();
        }
        catch (Exception fault) when (StorageFaults.IsUnavailable(fault))
        {
            throw new AdminFailedException("数据库连接中断，文件没有导入。请在数据库恢复后重试。", fault);
        }
    }

    private sealed class RowProgress(AdminContext context) : IProgress<int>
    {
        public void Report(int value) => context.Progress(value, null, "行");
    }
}

/// <summary>Loads citizens' messages as cases.</summary>
public sealed class ImportMessagesVerb(MessageImport messages) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "import-messages";

    /// <inheritdoc />
    public string Usage => "import-messages 文件";

    /// <inheritdoc />
    public string Summary => "把群众留言导入为案件，已有的不重复导入";

    /// <inheritdoc />
    public Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct) =>
        ImportVerb.RunAsync(context, args, "新增案件", (file, progress) => messages.RunAsync(file, progress, ct));
}

/// <summary>Loads divisions.</summary>
public sealed class ImportDivisionsVerb(ReferenceImport reference) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "import-divisions";

    /// <inheritdoc />
    public string Usage => "import-divisions 文件";

    /// <inheritdoc />
    public string Summary => "导入区划，新增和更名，不删除";

    /// <inheritdoc />
    public Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct) =>
        ImportVerb.RunAsync(context, args, "新增或更正", (file, _) => reference.RunDivisionsAsync(file, ct));
}

/// <summary>Loads calendar days.</summary>
public sealed class ImportCalendarVerb(ReferenceImport reference, DeadlineRefresh deadlines) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "import-calendar";

    /// <inheritdoc />
    public string Usage => "import-calendar 文件";

    /// <inheritdoc />
    public string Summary => "导入工作日历，新增和更正，并重算在办案件的期限";

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        var code = await ImportVerb.RunAsync(context, args, "新增或更正", (file, _) => reference.RunCalendarAsync(file, ct));
        // A running portal may be faster; then it has counted them.
        if (code == 0 && await deadlines.RunAsync(ct) is { } report)
            await context.Output.WriteLineAsync($"在办案件 {report.Open} 件，其中 {report.Changed} 件的期限有变化，已重算并记入经过。");
        return code;
    }
}

/// <summary>Loads mediation committees.</summary>
public sealed class ImportCommitteesVerb(MediationImport mediation) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "import-committees";

    /// <inheritdoc />
    public string Usage => "import-committees 文件";

    /// <inheritdoc />
    public string Summary => "导入调解组织，已有的不重复导入";

    /// <inheritdoc />
    public Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct) =>
        ImportVerb.RunAsync(context, args, "新增调解组织", (file, progress) => mediation.RunCommitteesAsync(file, progress, ct));
}

/// <summary>Loads mediators.</summary>
public sealed class ImportMediatorsVerb(MediationImport mediation) : IAdminVerb
{
    /// <inheritdoc />
    public string Name => "import-mediators";

    /// <inheritdoc />
    public string Usage => "import-mediators 文件";

    /// <inheritdoc />
    public string Summary => "导入调解员，已有的不重复导入；调解组织须先导入";

    /// <inheritdoc />
    public Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct) =>
        ImportVerb.RunAsync(context, args, "新增调解员", (file, progress) => mediation.RunMediatorsAsync(file, progress, ct));
}
