using System.Diagnostics;
using System.Threading.Channels;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Infrastructure.Demo;
using Governance.Infrastructure.Imports;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Infrastructure.Generation;

/// <summary>
/// Fills a database without cases with years of invented ones, so that pages can be measured at a city's size: all in one transaction, by
/// COPY, with the steps, audit entries, tallies and counters that belong to them.
/// </summary>
public sealed class CityGenerator(
    IDbContextFactory<GovernanceDbContext> contexts, DatabaseConnection connection, IReferenceData reference, CaseClock clock,
    IPersonalDataProtector protector, TimeProvider time)
{
    private const int PieceSize = 10_000;

    private static readonly IReadOnlyList<string> Tables = ["cases", "case_steps", "audit_entries"];

    /// <summary>Generates what is asked for.</summary>
    /// <param name="request">What to generate.</param>
    /// <param name="progress">Told how many cases are written.</param>
    /// <param name="ct">Stops it; nothing is saved then.</param>
    /// <exception cref="DatabaseInUseException">The database holds cases.</exception>
    public async Task<GenerationReport> RunAsync(GenerationRequest request, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        var model = await ModelAsync(ct);
        await using var session = await connection.DataSource.OpenConnectionAsync(ct);
        await using var transaction = await session.BeginTransactionAsync(ct);
        await ExecuteAsync(session, "lock table cases in access exclusive mode", ct);
        if (await AnyCaseAsync(session, ct))
            throw new DatabaseInUseException();

        var watch = Stopwatch.StartNew();
        var bare = await BareTables.StripAsync(session, Tables, ct);
        var counters = new GeneratedNumbers();
        var rows = await WriteAsync(session, model, request, counters, progress, ct);
        await counters.SaveAsync(session, ct);
        var loading = watch.Elapsed;

        watch.Restart();
        await bare.RestoreAsync(session, ct);
        await ExecuteAsync(session, "select fold_case_tallies()", ct);
        await AuditSql.WriteAsync(session, AuditEntry.Create(
            SystemActor.Named("测量数据", reference.Pack),
            new AuditRecord(AuditActions.GenerateCases, "import", "generate", reference.Pack.Profile.AreaCode, $"生成案件 {request.Cases} 件"),
            time.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
        await ExecuteAsync(session, "vacuum (analyze) cases, case_steps, audit_entries, case_tallies, case_day_tallies, case_due_tallies, case_tally_changes", ct);
        return new GenerationReport(request.Cases, rows, loading, watch.Elapsed);
    }

    private async Task<long> WriteAsync(
        NpgsqlConnection session, Tabled tables, GenerationRequest request, GeneratedNumbers numbers, IProgress<int>? progress, CancellationToken ct)
    {
        // One core builds the next piece while the other, the database's, writes this one.
        var pieces = Channel.CreateBounded<GeneratedPiece>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var building = Task.Run(() => BuildAsync(request, numbers, pieces.Writer, stop.Token), stop.Token);
        var (rows, done) = (0L, 0);
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync(ct))
            {
                await tables.Cases.WriteAsync(session, "cases", piece.Cases, ct);
                await tables.Steps.WriteAsync(session, "case_steps", piece.Cases.SelectMany(c => c.Steps), ct);
                await tables.Audit.WriteAsync(session, "audit_entries", piece.Audit, ct);
                rows += piece.Cases.Count + (2 * piece.Audit.Count);
                progress?.Report(done += piece.Cases.Count);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
        await building;
        return rows;
    }

    private async Task BuildAsync(GenerationRequest request, GeneratedNumbers numbers, ChannelWriter<GeneratedPiece> pieces, CancellationToken ct)
    {
        try
        {
            var cast = new DemoCast(reference.Pack, []);
            var drawing = new GeneratedCases(reference.Pack, reference.Calendar, clock, cast, request);
            var drawn = new List<DemoCase>(PieceSize * 2);
            var serial = 0;
            foreach (var (day, count) in GenerationDays.Spread(request, reference.Calendar.IsWorkingDay))
            {
                drawn.AddRange(drawing.Draw(day, count));
                if (drawn.Count >= PieceSize || day == request.Until)
                {
                    await pieces.WriteAsync(Build(drawn, cast, numbers, ref serial), ct);
                    drawn.Clear();
                }
            }
            pieces.Complete();
        }
        catch (Exception fault)
        {
            pieces.Complete(fault);
        }
    }

    private GeneratedPiece Build(List<DemoCase> drawn, DemoCast cast, GeneratedNumbers numbers, ref int serial)
    {
        var cases = new List<Case>(drawn.Count);
        foreach (var one in drawn)
            cases.Add(one.Build(
                numbers.Next(one.Facts.Place, one.Start), $"generated:{++serial}",
                (protector.Protect(one.ReporterName), protector.Protect(one.ReporterPhone)), cast, clock));
        return new GeneratedPiece(cases, [.. cases.SelectMany(GeneratedPiece.AuditOf)]);
    }

    private async Task<Tabled> ModelAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return new Tabled(new(context.Model), new(context.Model), new(context.Model));
    }

    private static async Task<bool> AnyCaseAsync(NpgsqlConnection session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from cases)", session);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Tabled(EntityCopy<Case> Cases, EntityCopy<CaseStep> Steps, EntityCopy<AuditEntry> Audit);
}
