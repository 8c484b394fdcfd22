using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// The fifth form of what keeps the tallies: <c>fold_case_tallies()</c> adds open cases up by deadline as well. What triggers leave in
/// <c>case_tally_changes</c> names deadline and state already.
/// </summary>
internal static class DueTalliesSql
{
    /// <summary>Puts the new form in the place of the earlier one and counts the open cases.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        // Nobody adds up in the old form while the open cases are counted.
        migrations.Sql($"select pg_advisory_xact_lock({FoldedTalliesSql.LockKey})");
        migrations.Sql("create or replace " + FoldedTalliesSql.FoldFunction(
            $", due as ({Add("changed")})",
            // Else the table would grow by every deadline there ever was.
            "if folded > 0 then delete from case_due_tallies where open = 0; end if;"));
        TallyNoCases(migrations, "case_tallies, case_day_tallies, case_due_tallies, case_tally_changes");
        // What is not added up yet comes later.
        migrations.Sql(Add("""
            (select 1 as sign, area_code, due_at, is_open from cases where not is_restricted
             union all select -sign, area_code, due_at, is_open from case_tally_changes)
            """));
    }

    /// <summary>Puts the earlier form back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        migrations.Sql("create or replace " + FoldedTalliesSql.FoldFunction());
        TallyNoCases(migrations, "case_tallies, case_day_tallies, case_tally_changes");
    }

    private static string Add(string changed) => $"""
        insert into case_due_tallies as kept (parent_code, due_at, area_code, open)
        select * from (
          select left(c.area_code, areas.length_above) as parent_code, c.due_at, left(c.area_code, areas.length) as area_code, sum(c.sign) as open
          from {changed} c cross join (values (4, 6), (6, 9)) as areas (length_above, length)
          where c.is_open
          group by 1, 2, 3
        ) differences
        where open <> 0
        on conflict (parent_code, due_at, area_code) do update set open = kept.open + excluded.open
        """;

    private static void TallyNoCases(MigrationBuilder migrations, string tables) => migrations.Sql($"""
        create or replace function tally_no_cases() returns trigger language plpgsql as $$
        begin
          truncate {tables};
          return null;
        end $$;
        """);
}
