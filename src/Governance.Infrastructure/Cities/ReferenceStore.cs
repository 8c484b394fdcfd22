using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;
using Governance.Infrastructure.Platform;
using Npgsql;
using NpgsqlTypes;

namespace Governance.Infrastructure.Cities;

/// <summary>Writes divisions and calendar days by COPY into a staging table and one merge, in one transaction.</summary>
public sealed class ReferenceStore(DatabaseConnection connection)
{
    /// <summary>Adds what the database lacks; what an operator corrected there stays.</summary>
    public async Task AddMissingAsync(CityPack pack, CancellationToken ct)
    {
        await using var session = await connection.DataSource.OpenConnectionAsync(ct);
        await using var transaction = await session.BeginTransactionAsync(ct);
        await WriteDivisionsAsync(session, pack.Divisions, overwrite: false, ct);
        await WriteCalendarAsync(session, pack.Calendar, overwrite: false, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Adds new divisions and renames known ones. None is deleted: old cases keep their place.</summary>
    /// <param name="divisions">The divisions, sound and without repetition.</param>
    /// <param name="audit">Makes the audit entry out of the number of changed rows; not asked when there are none.</param>
    /// <param name="ct">Stops the merge; nothing is saved then.</param>
    /// <returns>How many rows changed.</returns>
    public Task<int> MergeDivisionsAsync(IReadOnlyList<Division> divisions, Func<int, AuditEntry> audit, CancellationToken ct) =>
        MergeAsync(session => WriteDivisionsAsync(session, divisions, overwrite: true, ct), audit, ct);

    /// <summary>Adds new days and corrects known ones.</summary>
    /// <param name="days">The days, sound and without repetition.</param>
    /// <param name="audit">Makes the audit entry out of the number of changed rows; not asked when there are none.</param>
    /// <param name="ct">Stops the merge; nothing is saved then.</param>
    /// <returns>How many rows changed.</returns>
    public Task<int> MergeCalendarAsync(IReadOnlyList<CalendarDay> days, Func<int, AuditEntry> audit, CancellationToken ct) =>
        MergeAsync(session => WriteCalendarAsync(session, days, overwrite: true, ct), audit, ct);

    /// <summary>Goes up with every change.</summary>
    public async Task<long> ReadVersionAsync(CancellationToken ct)
    {
        await using var command = connection.DataSource.CreateCommand("select version from reference_versions where id = 1");
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>Version whose calendar the deadlines were last counted on.</summary>
    public async Task<long> ReadCountedVersionAsync(CancellationToken ct)
    {
        await using var command = connection.DataSource.CreateCommand("select version from reference_versions where id = 2");
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>Notes that the deadlines were counted on that version.</summary>
    public async Task NoteCountedVersionAsync(long version, CancellationToken ct)
    {
        await using var command = connection.DataSource.CreateCommand("""
            insert into reference_versions as r (id, version) values (2, $1)
            on conflict (id) do update set version = greatest(r.version, excluded.version)
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<int> MergeAsync(Func<NpgsqlConnection, Task<int>> write, Func<int, AuditEntry> audit, CancellationToken ct)
    {
        await using var session = await connection.DataSource.OpenConnectionAsync(ct);
        await using var transaction = await session.BeginTransactionAsync(ct);
        var changed = await write(session);
        if (changed > 0)
            await AuditSql.WriteAsync(session, audit(changed), ct);
        await transaction.CommitAsync(ct);
        return changed;
    }

    private static async Task<int> WriteDivisionsAsync(
        NpgsqlConnection session, IReadOnlyList<Division> divisions, bool overwrite, CancellationToken ct)
    {
        await ExecuteAsync(session, "create temp table new_divisions (like divisions) on commit drop", ct);
        await using (var copy = await session.BeginBinaryImportAsync(
            "copy new_divisions (code, name, parent, level, kind, initials) from stdin (format binary)", ct))
        {
            foreach (var division in divisions)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(division.Code.Value, NpgsqlDbType.Varchar, ct);
                await copy.WriteAsync(division.Name, NpgsqlDbType.Varchar, ct);
                if (division.Parent is { } parent)
                    await copy.WriteAsync(parent.Value, NpgsqlDbType.Varchar, ct);
                else
                    await copy.WriteNullAsync(ct);
                await copy.WriteAsync(division.Level.ToString(), NpgsqlDbType.Varchar, ct);
                await copy.WriteAsync(division.Kind, NpgsqlDbType.Varchar, ct);
                await copy.WriteAsync(division.Initials, NpgsqlDbType.Varchar, ct);
            }
            await copy.CompleteAsync(ct);
        }
        var changed = await ExecuteAsync(session, "insert into divisions select * from new_divisions on conflict (code) " + (overwrite
            ? """
              do update set name = excluded.name, parent = excluded.parent, kind = excluded.kind, initials = excluded.initials
              where (divisions.name, divisions.parent, divisions.kind, divisions.initials)
                is distinct from (excluded.name, excluded.parent, excluded.kind, excluded.initials)
              """
            : "do nothing"), ct);
        await ExecuteAsync(session, "drop table new_divisions", ct);
        await NoteChangeAsync(session, changed, ct);
        return changed;
    }

    private static async Task<int> WriteCalendarAsync(
        NpgsqlConnection session, IReadOnlyList<CalendarDay> days, bool overwrite, CancellationToken ct)
    {
        await ExecuteAsync(session, "create temp table new_days (like calendar_days) on commit drop", ct);
        await using (var copy = await session.BeginBinaryImportAsync(
            "copy new_days (date, is_workday, kind, name) from stdin (format binary)", ct))
        {
            foreach (var day in days)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(day.Date, NpgsqlDbType.Date, ct);
                await copy.WriteAsync(day.IsWorkday, NpgsqlDbType.Boolean, ct);
                await copy.WriteAsync(day.Kind.ToString(), NpgsqlDbType.Varchar, ct);
                await copy.WriteAsync(day.Name, NpgsqlDbType.Varchar, ct);
            }
            await copy.CompleteAsync(ct);
        }
        var changed = await ExecuteAsync(session, "insert into calendar_days select * from new_days on conflict (date) " + (overwrite
            ? """
              do update set is_workday = excluded.is_workday, kind = excluded.kind, name = excluded.name
              where (calendar_days.is_workday, calendar_days.kind, calendar_days.name)
                is distinct from (excluded.is_workday, excluded.kind, excluded.name)
              """
            : "do nothing"), ct);
        await ExecuteAsync(session, "drop table new_days", ct);
        await NoteChangeAsync(session, changed, ct);
        return changed;
    }

    private static async Task NoteChangeAsync(NpgsqlConnection session, int changed, CancellationToken ct)
    {
        if (changed > 0)
            await ExecuteAsync(session, """
                insert into reference_versions as r (id, version) values (1, 1)
                on conflict (id) do update set version = r.version + 1
                """, ct);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
