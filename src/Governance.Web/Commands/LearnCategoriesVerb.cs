using Governance.Domain.Cities;
using Governance.Infrastructure.Imports;

namespace Governance.Web.Commands;

/// <summary>Learns the category model of the pack and says how good it is.</summary>
public sealed class LearnCategoriesVerb : IAdminVerb
{
    private const int Done = 0;
    private const int NothingLearnt = 1;

    /// <inheritdoc />
    public string Name => "learn-categories";

    /// <inheritdoc />
    public string Usage => "learn-categories 文件 [--check]";

    /// <inheritdoc />
    public string Summary => "用已分类的群众留言学习类别推荐，写入城市包；--check 只交叉验证，不写";

    /// <inheritdoc />
    public bool NeedsSchema => false;

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        var onlyCheck = args.Contains("--check");
        if (args.Where(a => a != "--check").ToList() is not [var file])
            throw new AdminUsageException("请给出一个文件。");
        var report = await CategoryLesson.RunAsync(context.Pack.Contents, file, ct);
        foreach (var fault in report.Faults)
            await context.Error.WriteLineAsync(fault.ToString());
        if (report.Model is not { } model)
        {
            await context.Error.WriteLineAsync("没有学到：文件不能读，或没有城市包认识的分类（message-labels.csv）。");
            return NothingLearnt;
        }

        await context.Output.WriteLineAsync($"已分类留言 {report.Messages} 条，{CategoryValidation.Folds} 折交叉验证：");
        await TellAsync(context.Output, "仅关键词表", report.OfTable);
        await TellAsync(context.Output, "词表加模型", report.OfModel);
        if (onlyCheck)
            return Done;
        var folder = Path.Combine(context.Options.CitiesDirectory, context.Pack.Profile.Id);
        try
        {
            await CategoryLesson.WriteAsync(folder, model, ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AdminFailedException($"不能写入城市包文件夹 {folder}，请检查权限和磁盘空间。", fault);
        }
        await context.Output.WriteLineAsync($"学到 {model.Pairs.Count} 个字对，已写入 {folder}。重新启动后生效。");
        return Done;
    }

    private static async Task TellAsync(TextWriter output, string what, IReadOnlyList<ValidationFold> folds)
    {
        var first = folds.Select(f => f.FirstShare).ToList();
        var three = folds.Select(f => f.ThreeShare).ToList();
        var messages = folds.Sum(f => f.Messages);
        await output.WriteLineAsync(
            $"  {what}：首位正确 {(double)folds.Sum(f => f.First) / messages:P1}（各折 {string.Join("、", first.Select(f => $"{f:P1}"))}），前三含正确 {(double)folds.Sum(f => f.Three) / messages:P1}（各折 {string.Join("、", three.Select(f => $"{f:P1}"))}）");
    }
}
