using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// The second form of the triggers that keep <c>case_tallies</c>, see <see cref="CaseTallySql"/>: more figures, and departments beside
/// categories and channels.
/// </summary>
internal static class CaseStatisticsSql
{
    private static readonly (string Column, string Where)[] Measures =
    [
        ("registered", ""),
        ("closed", "c.closed_at is not null"),
        ("closed_on_time", "c.closed_at <= c.due_at"),
        ("refused", "not c.is_open and c.closed_at is null"),
        ("responded", "c.responded_at is not null"),
        ("responded_on_time", "c.responded_on_time"),
        ("solved_asked", "c.solved is not null"),
        ("solved", "c.solved"),
        ("rated", "c.satisfaction is not null or c.reopened_by_reporter"),
        ("pleased", "c.satisfaction in ('Satisfied', 'Fair')"),
        ("returned", "c.return_count > 0"),
        ("redone", "c.redone_count > 0"),
    ];

    private const string Read =
        "area_code, registered_at, category_code, channel, lead_body_code, closed_at, due_at, is_open, responded_at, responded_on_time, solved, "
        + "satisfaction, reopened_by_reporter, return_count, redone_count";

    private static readonly string Columns = string.Join(", ", Measures.Select(m => m.Column));

    /// <summary>Reads the new figures of old cases out of their timelines.</summary>
    public static void Backfill(MigrationBuilder migrations) => migrations.Sql("""
        with told as (
          select case_id,
            min(at) filter (where kind in ('Accept', 'Refuse')) as responded_at,
            min(due_at) filter (where kind = 'Register') as respond_until,
            count(*) filter (where kind = 'Return') as returns,
            count(*) filter (where kind in ('FailVerification', 'Reopen')) as redone
          from case_steps group by case_id
        )
        update cases c set responded_at = told.responded_at,
          responded_on_time = case when told.responded_at is not null then coalesce(told.responded_at <= told.respond_until, true) end,
          return_count = told.returns, redone_count = told.redone
        from told where told.case_id = c.id;
        """);

    /// <summary>Puts these triggers in the place of the earlier ones and counts everything anew.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        migrations.Sql($"truncate case_tallies; {Add($"select 1 as sign, {Read} from cases")};");
        Trigger(migrations, "insert", $"select 1 as sign, {Read} from new_cases", "new table as new_cases");
        Trigger(
            migrations, "update", $"select -1 as sign, {Read} from old_cases union all select 1, {Read} from new_cases",
            "old table as old_cases new table as new_cases");
        Trigger(migrations, "delete", $"select -1 as sign, {Read} from old_cases", "old table as old_cases");
    }

    /// <summary>Takes the triggers of either form off, before their columns change.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        foreach (var change in new[] { "insert", "update", "delete" })
            migrations.Sql($"drop trigger cases_tallied_on_{change} on cases; drop function tally_cases_on_{change}();");
    }

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
        var counted = string.Join(", ", Measures.Select(m => m.Where.Length == 0
            ? $"sum(c.sign) as {m.Column}"
            : $"coalesce(sum(c.sign) filter (where {m.Where}), 0) as {m.Column}"));
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
