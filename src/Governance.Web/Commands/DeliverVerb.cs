using System.Globalization;
using Governance.Infrastructure.Generation;

namespace Governance.Web.Commands;

/// <summary>Delivers invented submissions through the real service, to see how fast they are taken in and that none is taken in twice.</summary>
public sealed class DeliverVerb(DeliveryRun run) : IAdminVerb
{
    private const int Most = 10_000_000;
    private const int MostWorkers = 64;
    private const int UsualWorkers = 8;
    private const int UsualSeed = 20221101;

    /// <inheritdoc />
    public string Name => "deliver";

    /// <inheritdoc />
    public string Usage => "deliver 件数 [并发数]";

    /// <inheritdoc />
    public string Summary => "在没有案件和来件的数据库里报送测量用的来件，三成是重发，报告重复件数和速度";

    /// <inheritdoc />
    public async Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct)
    {
        if (args.Count is < 1 or > 2)
            throw new AdminUsageException("请给出件数。");
        var request = new DeliveryRequest(
            Number(args[0], "件数", Most), args.Count > 1 ? Number(args[1], "并发数", MostWorkers) : UsualWorkers, UsualSeed);
        try
        {
            var report = await run.RunAsync(request, new Told(context, request.Deliveries), ct);
            await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"报送 {report.Deliveries} 次，不同的 {report.Distinct} 件，入库 {report.Stored} 件，审计 {report.Entries} 条；重复 {report.Duplicates} 件，缺少 {report.Missing} 件，答复不一致 {report.OtherAnswers} 次，被拒 {report.Refused} 次；用时 {report.Elapsed.TotalSeconds:0.0} 秒，每秒 {report.PerSecond:0} 次，一半在 {report.Median.TotalMilliseconds:0.0} 毫秒内、百分之九十九在 {report.Slowest1Percent.TotalMilliseconds:0.0} 毫秒内答复。"));
            return report is { Duplicates: 0, Missing: 0, OtherAnswers: 0, Refused: 0 } && report.Entries == report.Stored ? 0 : 1;
        }
        catch (DatabaseInUseException refused)
        {
            throw new AdminFailedException("数据库中已有案件或来件，不能在其中测量。请换一个空的数据文件夹，并以 --no-demo 启动。", refused);
        }
    }

    private static int Number(string text, string name, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most
            ? value
            : throw new AdminUsageException($"{name}应为 1 到 {most} 之间的整数：{text}");

    private sealed class Told(AdminContext context, int total) : IProgress<int>
    {
        public void Report(int value) => context.Progress(value, total, "次");
    }
}
