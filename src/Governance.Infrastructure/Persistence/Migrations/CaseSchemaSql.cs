using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>What the migration Cases needs beyond tables: the search function with its indexes, and a trail nobody edits.</summary>
internal static class CaseSchemaSql
{
    /// <summary>
    /// Chinese words have two characters, which a trigram index cannot serve: text is indexed by all its neighbouring pairs of
    /// characters instead. Immutable and linear in the length of the text.
    /// </summary>
    public static void CreateSearch(MigrationBuilder migrations)
    {
        migrations.Sql("""
            create function text_bigrams(value text) returns text[]
            language sql immutable strict parallel safe as $$
              select coalesce(array_agg(distinct one || other), '{}')
              from (
                select letter as one, lead(letter) over (order by position) as other
                from unnest(string_to_array(lower(value), null)) with ordinality as letters(letter, position)
              ) pairs
              where other is not null and one !~ '\s' and other !~ '\s'
            $$
            """);
        migrations.Sql("create index ix_cases_text on cases using gin (text_bigrams(title || ' ' || description))");
        migrations.Sql("create index ix_cases_open_title on cases using gin (text_bigrams(title)) where is_open");
    }

    /// <summary>Audit entries are added, never changed or removed, whoever connects with the portal's rights.</summary>
    public static void GuardAuditEntries(MigrationBuilder migrations) => migrations.Sql("""
        create function refuse_audit_change() returns trigger language plpgsql as $$
        begin
          raise exception 'audit entries are never changed or removed';
        end $$;
        create trigger audit_entries_stay before update or delete or truncate on audit_entries
          for each statement execute function refuse_audit_change();
        """);

    /// <summary>Takes all of it back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        migrations.Sql("drop trigger audit_entries_stay on audit_entries; drop function refuse_audit_change()");
        migrations.Sql("drop index ix_cases_text; drop index ix_cases_open_title; drop function text_bigrams(text)");
    }
}
