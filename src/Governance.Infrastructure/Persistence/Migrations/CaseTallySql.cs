using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// Keeps <c>case_tallies</c> in step with <c>cases</c>: every statement that adds, changes or removes cases adds its difference in the
/// same transaction, whichever program sent it. Rows are always taken in the order of the key, so that statements that meet wait for
/// each other and do not lock each other out.
/// </summary>
internal static class CaseTallySql
{
    // Months are months in China, which has had one clock (UTC+8) as long as there are cases.
    private const string Differences = """
          select left(c.area_code, areas.length_above) as parent_code,
            date_trunc('month', c.registered_at at time zone interval '8 hours')::date as month,
            left(c.area_code, areas.length) as area_code, counted.dimension, counted.key,
            sum(c.sign) as registered,
            sum(c.sign) filter (where c.closed_at is not null) as closed,
            sum(c.sign) filter (where c.closed_at <= c.due_at) as closed_on_time,
            sum(c.sign) filter (where not c.is_open and c.closed_at is null) as refused
          from changed c
          cross join (values (4, 6), (6, 9)) as areas (length_above, length)
          cross join lateral (values ('Category', left(c.category_code, 2)), ('Channel', c.channel)) as counted (dimension, key)
          group by 1, 2, 3, 4, 5
        """;

    private const string Columns = "area_code, registered_at, category_code, channel, closed_at, due_at, is_open";

    /// <summary>Makes the triggers and counts what is there already.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        migrations.Sql($"{Add($"select 1 as sign, {Columns} from cases")};");
        Trigger(migrations, "insert", $"select 1 as sign, {Columns} from new_cases", "new table as new_cases");
        Trigger(
            migrations, "update", $"select -1 as sign, {Columns} from old_cases union all select 1, {Columns} from new_cases",
            "old table as old_cases new table as new_cases");
        Trigger(migrations, "delete", $"select -1 as sign, {Columns} from old_cases", "old table as old_cases");
        migrations.Sql("""
            create function tally_no_cases() returns trigger language plpgsql as $$
            begin
              truncate case_tallies;
              return null;
            end $$;
            create trigger cases_tallied_on_truncate after truncate on cases
              for each statement execute function tally_no_cases();
            """);
    }

    /// <summary>Takes all of it back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        migrations.Sql("drop trigger cases_tallied_on_truncate on cases; drop function tally_no_cases();");
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

    private static string Add(string changed) => $"""
        with changed as ({changed}), differences as (
        {Differences}
        )
        insert into case_tallies as kept (parent_code, month, area_code, dimension, key, registered, closed, closed_on_time, refused)
        select parent_code, month, area_code, dimension, key, registered, coalesce(closed, 0), coalesce(closed_on_time, 0), coalesce(refused, 0)
        from differences
        where (registered, coalesce(closed, 0), coalesce(closed_on_time, 0), coalesce(refused, 0)) <> (0, 0, 0, 0)
        order by parent_code, month, area_code, dimension, key
        on conflict (parent_code, month, area_code, dimension, key) do update set
          registered = kept.registered + excluded.registered, closed = kept.closed + excluded.closed,
          closed_on_time = kept.closed_on_time + excluded.closed_on_time, refused = kept.refused + excluded.refused
        """;
}
