using System.Diagnostics;
using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Npgsql;

namespace Governance.Benchmarks;

/// <summary>Durable intake through the service against the same rows inserted by pgbench, and the batch import (B12).</summary>
internal static class IntakeBench
{
    private const int Clients = 16;
    private const int BatchCases = 20_000;

    /// <summary>Measures.</summary>
    public static async Task RunAsync(BenchPortal portal, BenchRequest request, BenchReport report)
    {
        var floor = await FloorAsync(portal, request.Seconds);
        // The portal runs for weeks; what is measured shall not be the compiling of its first registrations.
        await IntakeAsync(portal, 20);
        var (intake, own, server) = await IntakeAsync(portal, request.Seconds);
        var floorAgain = await FloorAsync(portal, request.Seconds);
        report.Add("B12", $"cases registered a second by {Clients} clients, with step, audit entry and tallies / the same three rows by pgbench, A-B-A", FormattableString.Invariant(
            $"{intake:0} / {floor:0} and {floorAgain:0} = {intake / ((floor + floorAgain) / 2):0.00}"), "at least 0.33");
        report.Add("B12", "processor time of one registration: service, database", FormattableString.Invariant($"{own:0.00} ms, {server:0.00} ms"), "");
        await BatchAsync(portal, report);
    }

    private static async Task<(double PerSecond, double OwnMs, double ServerMs)> IntakeAsync(BenchPortal portal, int seconds)
    {
        var cases = portal.Get<CaseService>();
        var villages = portal.Pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code).ToArray();
        var leaves = portal.Pack.Categories.Where(c => c.IsLeaf).Select(c => c.Code).ToArray();
        var clerk = portal.Person(Role.CentreStaff, portal.Pack.Profile.AreaCode, "centre");
        var done = 0;
        var (own, server) = (OwnTime(), await ServerTimeAsync(portal));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client + Environment.TickCount);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var facts = new CaseFacts(
                    "测量：楼道照明不亮", "楼道灯坏了两周，老人上下楼不便，请尽快维修。", villages[random.Next(villages.Length)], "三号楼",
                    leaves[random.Next(leaves.Length)], CaseChannel.Hotline, CaseUrgency.Normal);
                var made = await cases.RegisterAsync(clerk, new RegisterCase(facts, "张三", "13800002206", Guid.NewGuid(), AcceptAtOnce: false));
                if (!made.IsOk)
                    throw new InvalidOperationException(made.Error.Message);
                Interlocked.Increment(ref done);
            }
        })));
        var took = watch.Elapsed.TotalSeconds;
        return (done / took, (OwnTime() - own).TotalMilliseconds / done, (await ServerTimeAsync(portal) - server).TotalMilliseconds / done);
    }

    private static TimeSpan OwnTime() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Processor time of the database's connections that are open now; they stay open while the measurement runs.</summary>
    private static async Task<TimeSpan> ServerTimeAsync(BenchPortal portal)
    {
        var processes = await portal.AskAsync<int[]>("select array_agg(pid) from pg_stat_activity");
        return TimeSpan.FromTicks(processes.Sum(id =>
        {
            try
            {
                return Process.GetProcessById(id).TotalProcessorTime.Ticks;
            }
            // A connection that was closed meanwhile.
            catch (ArgumentException)
            {
                return 0;
            }
        }));
    }

    private static async Task<double> FloorAsync(BenchPortal portal, int seconds)
    {
        string[] tables = ["cases", "case_steps", "audit_entries"];
        foreach (var table in tables)
            await ExecuteAsync(portal, $"""
                drop table if exists bench_{table}, bench_{table}_one;
                create table bench_{table} (like {table} including defaults including generated including indexes);
                create table bench_{table}_one as select {await ColumnsAsync(portal, table)} from {table} limit 1;
                """);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, "begin;\n" + string.Concat(await Task.WhenAll(tables.Select(t => InsertAsync(portal, t)))) + "commit;\n");
        var connection = new NpgsqlConnectionStringBuilder(portal.Get<DatabaseConnection>().ConnectionString);
        var start = new ProcessStartInfo(FindPgbench())
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList =
            {
                "-n", "-M", "prepared", "-c", Clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-f", script,
                "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, connection.Database!,
            },
        };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        foreach (var table in tables)
            await ExecuteAsync(portal, $"drop table bench_{table}, bench_{table}_one");
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"pgbench gave no rate: {await errors}");
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    private static async Task<string> InsertAsync(BenchPortal portal, string table)
    {
        var columns = await ColumnsAsync(portal, table);
        // What must be unique is made up; the rest is that of a stored row.
        var values = string.Join(", ", columns.Split(", ").Select(c => c switch
        {
            "id" or "submission_key" or "case_id" => "gen_random_uuid()",
            "number" => "left(md5(random()::text), 20)",
            "source_key" => "null",
            _ => c,
        }));
        return $"insert into bench_{table} ({columns}) select {values} from bench_{table}_one;\n";
    }

    private static async Task<string> ColumnsAsync(BenchPortal portal, string table) => await portal.AskAsync<string>($"""
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
        where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER' and is_identity = 'NO'
        """);

    private static async Task BatchAsync(BenchPortal portal, BenchReport report)
    {
        var writer = portal.Get<ICaseBulkWriter>();
        var clock = portal.Get<CaseClock>();
        var villages = portal.Pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code).ToArray();
        var importer = SystemActor.Named("测量导入", portal.Pack);
        var now = DateTimeOffset.UtcNow;
        var run = Guid.NewGuid().ToString("N");
        var seeds = Enumerable.Range(0, BatchCases).Select(i =>
        {
            var facts = new CaseFacts(
                $"测量导入：第 {i} 件", "同一格式的批量来件，用于测量。", villages[i % villages.Length], "", "0301", CaseChannel.Hotline, CaseUrgency.Normal);
            var acceptance = clock.CountAcceptance(facts.Place, facts.CategoryCode, facts.Urgency, now);
            return new CaseSeed($"bench:{run}:{i}", facts.Place, now, number => Case.Register(
                number, facts, (null, null), Body.CodeOf(portal.Pack.Profile.AreaCode, "centre"), Guid.CreateVersion7(now), importer, acceptance, now, $"bench:{run}:{i}").Value);
        });
        var watch = Stopwatch.StartNew();
        var written = await writer.WriteAsync(importer, seeds, count => new AuditRecord(AuditActions.ImportMessages, "import", "bench", null, $"{count} 件"));
        var seconds = watch.Elapsed.TotalSeconds;
        report.Add("B12", $"batch import of {written.Added:N0} cases, validated, numbered, tallied", FormattableString.Invariant(
            $"{written.Rows / seconds:0} rows a second, {written.Added / seconds:0} cases a second"), "at least 20,000 rows a second");
    }

    private static string FindPgbench() => Directory.GetDirectories("/usr/lib/postgresql").OrderDescending()
        .Select(folder => Path.Combine(folder, "bin", "pgbench")).First(File.Exists);

    private static async Task ExecuteAsync(BenchPortal portal, string sql)
    {
        await using var command = portal.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
