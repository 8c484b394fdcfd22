using Npgsql;

namespace Governance.Infrastructure.Platform;

/// <summary>Writes an audit entry in the transaction of work that goes past EF.</summary>
internal static class AuditSql
{
    /// <summary>Adds the entry to the session's transaction.</summary>
    public static async Task WriteAsync(NpgsqlConnection session, AuditEntry entry, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into audit_entries (id, at, actor_id, actor_account, actor_name, body_name, action, subject_kind, subject_id, area_code, detail)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, session);
        object?[] values =
        [
            entry.Id, entry.At, entry.ActorId, entry.ActorAccount, entry.ActorName, entry.BodyName, entry.Action, entry.SubjectKind,
            entry.SubjectId, entry.AreaCode?.Value, entry.Detail,
        ];
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
