using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// The fourth form of what keeps <c>case_tallies</c>, written whole. Triggers no longer add to the tallies, for which every writer of a month
/// waited for every other until its commit; they leave the case as it was and as it is in <c>case_tally_changes</c>, and
/// <c>fold_case_tallies()</c> adds these up, one caller at a time. Readers take both tables in one statement.
/// </summary>
internal static class FoldedTalliesSql
{
    // Any fixed number: callers of the function meet on it.
    internal const long LockKey = 0x60_7E_7A_11;

    private const string Matter = "c.merged_into_id is null";

    private static readonly (string Column, string Where)[] Measures =
    [
        ("registered", Matter),
        ("closed", $"{Matter} and c.closed_at is not null"),
        ("closed_on_time", $"{Matter} and c.closed_at <= c.due_at"),
        ("refused", $"{Matter} and not c.is_open and c.closed_at is null"),
        ("responded", $"{Matter} and c.responded_at is not null"),
        ("responded_on_time", $"{Matter} and c.responded_on_time"),
        ("solved_asked", "c.solved is not null"),
        ("solved", "c.solved"),
        ("rated", "c.satisfaction is not null or c.reopened_by_reporter"),
        ("pleased", "c.satisfaction in ('Satisfied', 'Fair')"),
        ("returned", $"{Matter} and c.return_count > 0"),
        ("redone", $"{Matter} and c.redone_count > 0"),
        ("appeals", "true"),
    ];

    private const string Read =
        "area_code, registered_at, category_code, channel, lead_body_code, closed_at, due_at, is_open, responded_at, responded_on_time, solved, "
        + "satisfaction, reopened_by_reporter, return_count, redone_count, merged_into_id";

    private const string China = "c.registered_at at time zone interval '8 hours'";

    private static readonly string Columns = string.Join(", ", Measures.Select(m => m.Column));
    private static readonly string OfOld = Of("o");
    private static readonly string OfNew = Of("n");

    /// <summary>Puts the new form in the place of the earlier one and counts everything anew.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        DropTriggers(migrations);
        // Rows live for a second: swept by their count, and early.
        migrations.Sql("alter table case_tally_changes set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)");
        migrations.Sql("create " + FoldFunction());
        Trigger(migrations, "insert", $"select 1, {Read} from new_cases where not is_restricted", "new table as new_cases");
        // What most changes touch is not counted, and leaves nothing.
        Trigger(
            migrations, "update", $"""
                select change.* from old_cases o join new_cases n on n.id = o.id
                cross join lateral (select -1, {OfOld} where not o.is_restricted union all select 1, {OfNew} where not n.is_restricted) as change
                where (o.is_restricted, {OfOld}) is distinct from (n.is_restricted, {OfNew})
                """,
            "old table as old_cases new table as new_cases");
        Trigger(migrations, "delete", $"select -1, {Read} from old_cases where not is_restricted", "old table as old_cases");
        migrations.Sql("""
            create or replace function tally_no_cases() returns trigger language plpgsql as $$
            begin
              truncate case_tallies, case_day_tallies, case_tally_changes;
              return null;
            end $$;
            """);
        migrations.Sql($"truncate case_tallies; insert into case_tally_changes (sign, {Read}) select 1, {Read} from cases where not is_restricted; select fold_case_tallies();");
    }

    /// <summary>Puts the earlier form back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        migrations.Sql("drop function fold_case_tallies()");
        migrations.Sql("""
            create or replace function tally_no_cases() returns trigger language plpgsql as $$
            begin
              truncate case_tallies;
              return null;
            end $$;
            """);
        MergedCasesSql.CountAppeals(migrations);
        RestrictedTallySql.Create(migrations);
    }

    /// <summary>The function; later forms of it add further parts.</summary>
    /// <param name="parts">Further parts of the statement that adds up; <c>changed</c> holds what changed.</param>
    /// <param name="afterwards">A statement after it.</param>
    internal static string FoldFunction(string parts = "", string afterwards = "") => $"""
        function fold_case_tallies() returns bigint language plpgsql as $$
        declare
          folded bigint;
        begin
          -- Whoever comes while another folds has nothing to do.
          if not pg_try_advisory_xact_lock({LockKey}) then
            return 0;
          end if;
          with changed as (
            delete from case_tally_changes returning *
          ), monthly as (
            {Add("changed", "case_tallies", "month", $"date_trunc('month', {China})::date", "(4, 6), (6, 9)")}
          ), daily as (
            {Add("changed", "case_day_tallies", "day", $"({China})::date", "(4, 6)")}
          ){parts}
          select count(*) into folded from changed;
          {afterwards}
          return folded;
        end $$;
        """;

    private static void DropTriggers(MigrationBuilder migrations)
    {
        foreach (var change in new[] { "insert", "update", "delete" })
            migrations.Sql($"drop trigger cases_tallied_on_{change} on cases; drop function tally_cases_on_{change}();");
    }

    private static void Trigger(MigrationBuilder migrations, string change, string changed, string tables) => migrations.Sql($"""
        create function tally_cases_on_{change}() returns trigger language plpgsql as $$
        begin
          insert into case_tally_changes (sign, {Read}) {changed};
          return null;
        end $$;
        create trigger cases_tallied_on_{change} after {change} on cases referencing {tables}
          for each statement execute function tally_cases_on_{change}();
        """);

    private static string Add(string changed, string table, string time, string timeOfCase, string levels)
    {
        var counted = string.Join(", ", Measures.Select(m => $"coalesce(sum(c.sign) filter (where {m.Where}), 0) as {m.Column}"));
        var kept = string.Join(", ", Measures.Select(m => $"{m.Column} = kept.{m.Column} + excluded.{m.Column}"));
        return $"""
            insert into {table} as kept (parent_code, {time}, area_code, dimension, key, {Columns})
            select * from (
              select left(c.area_code, areas.length_above) as parent_code, {timeOfCase} as {time},
                left(c.area_code, areas.length) as area_code, counted.dimension, counted.key, {counted}
              from {changed} c
              cross join (values {levels}) as areas (length_above, length)
              cross join lateral (values ('Category', left(c.category_code, 2)), ('Channel', c.channel),
                ('Department', coalesce(substr(c.lead_body_code, 14), ''))) as counted (dimension, key)
              group by 1, 2, 3, 4, 5
            ) differences
            where ({Columns}) <> ({string.Join(", ", Measures.Select(_ => "0"))})
            -- Rows of one area and month lie side by side on disk, as they are read.
            order by parent_code, {time}, area_code, dimension, key
            on conflict (parent_code, {time}, area_code, dimension, key) do update set {kept}
            """;
    }

    private static string Of(string alias) => string.Join(", ", Read.Split(", ").Select(column => $"{alias}.{column}"));
}
