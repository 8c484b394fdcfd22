using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>A table of which every row is gone a moment later is swept by count of rows, not by its share.</summary>
internal static class OutboxSql
{
    public static void SweepOften(MigrationBuilder migrations) =>
        migrations.Sql("alter table outbox_messages set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)");
}
