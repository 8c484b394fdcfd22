using System.Globalization;
using Governance.Domain.Common;
using Governance.Infrastructure.Generation;

namespace Governance.Web.Commands;

/// <summary>Fills a database without cases with invented ones, to measure on.</summary>
public sealed class GenerateVerb(CityGenerator generator, TimeProvider time) : IAdminVerb
{
    private const int MostYears = 15;

    /// <inheritdoc />
    public string Name => "generate";

    /// <inheritdoc />
    public string Usage => "generate --cases 件数 [--years 年数] [--until 年-月-日] [--seed 整数]";

    /// <inheritdoc />
    public string Summary => "在没有案件的数据库里生成测量用的案件，已有案件则拒绝";

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        var request = Read(args, time.GetUtcNow().ChinaDay());
        try
        {
            var report = await generator.RunAsync(request, new CaseProgress(context, request.Cases), ct);
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"生成案件 {report.Cases} 件，共 {report.Rows} 行（案件、步骤、审计）；写入 {report.Loading.TotalSeconds:0.0} 秒，每秒 {report.Rows / report.Loading.TotalSeconds:0} 行；建索引 {report.Indexing.TotalSeconds:0.0} 秒。"));
            return 0;
        }
        catch (DatabaseInUseException refused)
        {
            throw new AdminFailedException("数据库中已有案件，不能在其中生成测量数据。请换一个空的数据文件夹，并以 --no-demo 启动。", refused);
        }
    }

    private static GenerationRequest Read(IReadOnlyList<string> args, DateOnly today)
    {
        var values = new Dictionary<string, string>();
        if (args.Count % 2 != 0)
            throw new AdminUsageException("每个参数后面都要有值。");
        for (var i = 0; i < args.Count; i += 2)
            values[args[i]] = args[i + 1];
        if (values.Keys.FirstOrDefault(k => k is not ("--cases" or "--years" or "--until" or "--seed")) is { } unknown)
            throw new AdminUsageException($"不认识“{unknown}”。");
        if (!values.TryGetValue("--cases", out var cases))
            throw new AdminUsageException("请用 --cases 给出件数。");
        return new GenerationRequest(
            Number("--cases", cases, 1, GenerationRequest.MostCases),
            values.TryGetValue("--until", out var until) ? Day(until, today) : today,
            values.TryGetValue("--years", out var years) ? Number("--years", years, 1, MostYears) : 10,
            values.TryGetValue("--seed", out var seed) ? Number("--seed", seed, 0, int.MaxValue) : 20221101);
    }

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new AdminUsageException($"{name} 应为 {least} 到 {most} 之间的整数：{text}");

    private static DateOnly Day(string text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today
            ? day
            : throw new AdminUsageException($"--until 应为不晚于今天的日期，如 2026-01-31：{text}");

    private sealed class CaseProgress(AdminContext context, int total) : IProgress<int>
    {
        public void Report(int value) => context.Progress(value, total, "件");
    }
}
