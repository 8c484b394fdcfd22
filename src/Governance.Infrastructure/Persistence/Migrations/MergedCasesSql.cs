using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// What the migration MergedCases needs beyond columns: a case that follows another one is not open, and the third form of the triggers that
/// keep <c>case_tallies</c>: a matter counts once, its appeals all, and every reporter has a say about the answer.
/// </summary>
internal static class MergedCasesSql
{
    private const string Open = "state not in ('Refused', 'Closed', 'Archived', 'Merged')";
    private const string OpenBefore = "state not in ('Refused', 'Closed', 'Archived')";

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

    private static readonly string Columns = string.Join(", ", Measures.Select(m => m.Column));

    /// <summary>Changes what 'open' means.</summary>
    public static void ChangeOpen(MigrationBuilder migrations) => ReplaceOpen(migrations, Open);

    /// <summary>Changes it back.</summary>
    public static void ChangeOpenBack(MigrationBuilder migrations) => ReplaceOpen(migrations, OpenBefore);

    /// <summary>Puts these triggers in the place of the earlier ones and counts everything anew.</summary>
    public static void CountAppeals(MigrationBuilder migrations)
    {
        CaseStatisticsSql.Drop(migrations);
        migrations.Sql($"truncate case_tallies; {Add($"select 1 as sign, {Read} from cases")};");
        Trigger(migrations, "insert", $"select 1 as sign, {Read} from new_cases", "new table as new_cases");
        Trigger(
            migrations, "update", $"select -1 as sign, {Read} from old_cases union all select 1, {Read} from new_cases",
            "old table as old_cases new table as new_cases");
        Trigger(migrations, "delete", $"select -1 as sign, {Read} from old_cases", "old table as old_cases");
    }

    /// <summary>Puts the earlier triggers back; the column is gone already.</summary>
    public static void CountAppealsNoMore(MigrationBuilder migrations)
    {
        CaseStatisticsSql.Drop(migrations);
        CaseStatisticsSql.Create(migrations);
    }

    // The database in use cannot change the expression of a derived column in place: the column is made anew, with every index that rests on it.
    private static void ReplaceOpen(MigrationBuilder migrations, string open) => migrations.Sql($"""
        do $$
        declare
          indexes text[];
          one text;
        begin
          select array_agg(pg_get_indexdef(indexrelid)) into indexes
            from pg_index where indrelid = 'cases'::regclass and pg_get_indexdef(indexrelid) like '%is_open%';
          alter table cases drop column is_open;
          alter table cases add column is_open boolean not null generated always as ({open}) stored;
          foreach one in array coalesce(indexes, array[]::text[]) loop
            execute one;
          end loop;
        end $$
        """);

    private static void Trigger(MigrationBuilder migrations, string change, string changed, string tables) => migrations.Sql($"""
        create function tally_cases_on_{change}() returns trigger language plpgsql as $$
        begin
          {Add(changed)};
          return null;
        end $$;
        create trigger cases_tallied_on_{change} after {change} on cases referencing {tables}
          for each statement execute function tally_cases_on_{change}();
        """);

    private static string Add(string changed)
    {
        var counted = string.Join(", ", Measures.Select(m => $"coalesce(sum(c.sign) filter (where {m.Where}), 0) as {m.Column}"));
        var kept = string.Join(", ", Measures.Select(m => $"{m.Column} = kept.{m.Column} + excluded.{m.Column}"));
        return $"""
            with changed as ({changed}), differences as (
              select left(c.area_code, areas.length_above) as parent_code,
                date_trunc('month', c.registered_at at time zone interval '8 hours')::date as month,
                left(c.area_code, areas.length) as area_code, counted.dimension, counted.key, {counted}
              from changed c
              cross join (values (4, 6), (6, 9)) as areas (length_above, length)
              cross join lateral (values ('Category', left(c.category_code, 2)), ('Channel', c.channel),
                ('Department', coalesce(substr(c.lead_body_code, 14), ''))) as counted (dimension, key)
              group by 1, 2, 3, 4, 5
            )
            insert into case_tallies as kept (parent_code, month, area_code, dimension, key, {Columns})
            select parent_code, month, area_code, dimension, key, {Columns}
            from differences
            where ({Columns}) <> ({string.Join(", ", Measures.Select(_ => "0"))})
            order by parent_code, month, area_code, dimension, key
            on conflict (parent_code, month, area_code, dimension, key) do update set {kept}
            """;
    }
}
