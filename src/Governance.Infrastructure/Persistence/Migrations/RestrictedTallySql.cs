using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// Leaves restricted cases out of <c>case_tallies</c>: restricting a case takes it from the counts, lifting the restriction brings it
/// back. The functions are narrowed as they stand (see <see cref="CaseStatisticsSql"/>), so that whatever they count stays as it is.
/// </summary>
internal static class RestrictedTallySql
{
    /// <summary>Narrows the functions; no case is restricted yet, so the counts stay.</summary>
    public static void Create(MigrationBuilder migrations) => Rewrite(migrations, """
        regexp_replace(regexp_replace(now, ' from (new|old)_cases where ', ' from \1_cases where not is_restricted and ', 'g'),
          ' from (new|old)_cases(?! where)', ' from \1_cases where not is_restricted', 'g')
        """);

    /// <summary>Takes the condition out again.</summary>
    public static void Drop(MigrationBuilder migrations) => Rewrite(migrations, "replace(replace(now, 'not is_restricted and ', ''), ' where not is_restricted', '')");

    private static void Rewrite(MigrationBuilder migrations, string rewritten) => migrations.Sql($"""
        do $do$
        declare
          change text;
          now text;
        begin
          foreach change in array array['insert', 'update', 'delete'] loop
            now := pg_get_functiondef(('tally_cases_on_' || change || '()')::regprocedure);
            execute {rewritten};
          end loop;
        end $do$;
        """);
}
