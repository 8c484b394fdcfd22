using System.Diagnostics;
using System.Globalization;
using Governance.Application.Cities;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Generation;

/// <summary>What to deliver.</summary>
/// <param name="Deliveries">How many deliveries, repeats included.</param>
/// <param name="Workers">How many at once.</param>
/// <param name="Seed">The same seed, the same deliveries in the same order.</param>
public sealed record DeliveryRequest(int Deliveries, int Workers, int Seed)
{
    /// <summary>How many of a hundred deliveries are repeats.</summary>
    public const int RepeatPercent = 30;
}

/// <summary>What came of it.</summary>
/// <param name="Deliveries">Deliveries sent.</param>
/// <param name="Distinct">Different ones among them.</param>
/// <param name="Stored">Submissions in the database afterwards.</param>
/// <param name="Entries">Audit entries of receiving them.</param>
/// <param name="Duplicates">Submissions too many: must be 0.</param>
/// <param name="Missing">Submissions too few: must be 0.</param>
/// <param name="OtherAnswers">Repeats that got another number than the first: must be 0.</param>
/// <param name="Refused">Deliveries refused: must be 0.</param>
/// <param name="Elapsed">Time it took.</param>
/// <param name="Median">Half of the deliveries were answered within this.</param>
/// <param name="Slowest1Percent">99 of 100 deliveries were answered within this.</param>
public sealed record DeliveryReport(
    int Deliveries, int Distinct, long Stored, long Entries, long Duplicates, long Missing, int OtherAnswers, int Refused, TimeSpan Elapsed,
    TimeSpan Median, TimeSpan Slowest1Percent)
{
    /// <summary>Deliveries a second.</summary>
    public double PerSecond => Deliveries / Elapsed.TotalSeconds;
}

/// <summary>
/// Delivers many submissions through the real service, many at once, three in ten of them repeats: half of these while the first one may
/// still be on its way, half of anything delivered before. Counts what is in the database afterwards (T04).
/// </summary>
public sealed class DeliveryRun(SubmissionService submissions, IDbContextFactory<GovernanceDbContext> contexts, IReferenceData reference)
{
    private const int RecentlySent = 8;
    private const int Told = 10_000;

    private static readonly SubmissionSource Source = new("delivery-run", "报送测量", CaseChannel.Hotline);

    /// <summary>Delivers.</summary>
    /// <exception cref="DatabaseInUseException">The database holds cases or submissions.</exception>
    public async Task<DeliveryReport> RunAsync(DeliveryRequest request, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        await using (var context = await contexts.CreateDbContextAsync(ct))
            if (await context.Set<Case>().AnyAsync(ct) || await context.Set<Submission>().AnyAsync(ct))
                throw new DatabaseInUseException();
        var (plan, distinct) = Plan(request);
        var villages = reference.Pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code).ToArray();
        var answers = new SubmissionNumber?[distinct];
        var times = new long[plan.Length];
        var (next, other, refused) = (-1, 0, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, request.Workers).Select(_ => Task.Run(async () =>
        {
            for (int at; (at = Interlocked.Increment(ref next)) < plan.Length;)
            {
                var started = Stopwatch.GetTimestamp();
                var receipt = await submissions.ReceiveAsync(Source, Draft(plan[at], villages), ct);
                times[at] = Stopwatch.GetTimestamp() - started;
                if (!receipt.IsOk)
                    Interlocked.Increment(ref refused);
                else if (Interlocked.CompareExchange(ref answers[plan[at]], receipt.Value.Number, null) is { } first && first != receipt.Value.Number)
                    Interlocked.Increment(ref other);
                if (at % Told == Told - 1)
                    progress?.Report(at + 1);
            }
        }, ct)));
        var elapsed = watch.Elapsed;
        var (stored, entries) = await CountAsync(ct);
        Array.Sort(times);
        TimeSpan Within(double share) => Stopwatch.GetElapsedTime(0, times[(int)(share * (times.Length - 1))]);
        return new DeliveryReport(
            plan.Length, distinct, stored, entries, Math.Max(0, stored - distinct), Math.Max(0, distinct - stored), other, refused, elapsed, Within(0.5), Within(0.99));
    }

    private async Task<(long Stored, long Entries)> CountAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return (
            await context.Set<Submission>().LongCountAsync(s => s.SourceKey == Source.Key, ct),
            await context.Set<AuditEntry>().LongCountAsync(e => e.Action == "submission.receive", ct));
    }

    /// <summary>Which delivery is sent when.</summary>
    private static (int[] Plan, int Distinct) Plan(DeliveryRequest request)
    {
        var random = new Random(request.Seed);
        var plan = new int[request.Deliveries];
        var distinct = 0;
        for (var i = 0; i < plan.Length; i++)
            plan[i] = distinct > 0 && random.Next(100) < DeliveryRequest.RepeatPercent
                ? random.Next(2) == 0 ? Math.Max(0, distinct - 1 - random.Next(RecentlySent)) : random.Next(distinct)
                : distinct++;
        return (plan, distinct);
    }

    private static SubmissionDraft Draft(int which, AreaCode[] villages)
    {
        var number = which.ToString(CultureInfo.InvariantCulture);
        return new SubmissionDraft(number, $"第 {number} 件：路灯不亮", "小区门口的路灯三天不亮，晚上出行不便，请派人维修。")
        {
            Place = villages[which % villages.Length], PlaceText = $"{which % 90 + 1} 号楼", ContactName = "张三",
            ContactPhone = "139" + (which % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture),
        };
    }
}
