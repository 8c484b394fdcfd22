using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// Search for a word inside a small area: a month is also a span of moments, so that the index of the area gives the few cases of that month
/// instead of all that the area ever had. What was written lately waits in short lists only: every month of a search reads the whole list.
/// </summary>
internal static class SearchInScopeSql
{
    /// <summary>Makes it so.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        migrations.Sql("""
            create function start_of_month(month integer) returns timestamptz
            language sql immutable parallel safe as $$
              select (timestamp '1999-12-01' + make_interval(months => month)) at time zone interval '8 hours'
            $$
            """);
        migrations.Sql("""
            create function is_in_month(at timestamptz, month integer) returns boolean
            language sql immutable parallel safe as $$
              select at >= start_of_month(month) and at < start_of_month(month + 1)
            $$
            """);
        migrations.Sql("drop index ix_cases_open_title");
        foreach (var index in new[] { "ix_cases_text_by_month", "ix_cases_open_text" })
            migrations.Sql($"alter index {index} set (gin_pending_list_limit = 128); select gin_clean_pending_list('{index}');");
    }

    /// <summary>Takes it back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        foreach (var index in new[] { "ix_cases_text_by_month", "ix_cases_open_text" })
            migrations.Sql($"alter index {index} reset (gin_pending_list_limit)");
        migrations.Sql("create index ix_cases_open_title on cases using gin (text_bigrams(title)) where is_open");
        migrations.Sql("drop function is_in_month(timestamptz, integer); drop function start_of_month(integer)");
    }
}
