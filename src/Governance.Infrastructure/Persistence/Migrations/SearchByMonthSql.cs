using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// Search that costs the same for a common word as for a rare one: every pair of characters is indexed with the month of its case, so that a
/// search reads month after month, the newest first, and stops when its page is full. See docs/decisions/0007.
/// </summary>
internal static class SearchByMonthSql
{
    /// <summary>Makes the functions and indexes in place of the one index over all months.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        // Months are months in China, counted from December 1999.
        migrations.Sql("""
            create function month_of(at timestamptz) returns integer
            language sql immutable parallel safe as $$
              select (extract(year from at at time zone interval '8 hours')::integer - 2000) * 12
                + extract(month from at at time zone interval '8 hours')::integer
            $$
            """);
        // The month is one character before the pair. The declared cost keeps the planner from computing the pairs row by row.
        migrations.Sql("""
            create function month_bigrams(month integer, value text) returns text[]
            language plpgsql immutable parallel safe cost 20000 as $$
            declare
              letters text[] := string_to_array(lower(value), null);
              mark text := chr(20000 + month);
              spaces text := E' \t\n\r\f\u000B\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000';
              pairs text[] := '{}';
            begin
              for i in 1 .. coalesce(cardinality(letters), 0) - 1 loop
                if strpos(spaces, letters[i]) = 0 and strpos(spaces, letters[i + 1]) = 0 then
                  pairs := pairs || (mark || letters[i] || letters[i + 1]);
                end if;
              end loop;
              return pairs;
            end $$
            """);
        // One expression, so that the planner puts it in place of the call and finds the index.
        migrations.Sql("""
            create function holds_in_month(at timestamptz, title text, description text, month integer, terms text) returns boolean
            language sql immutable parallel safe as $$
              select month_bigrams(month_of(at), title || ' ' || description) @> month_bigrams(month, terms)
            $$
            """);
        migrations.Sql("""
            create index ix_cases_text_by_month on cases
              using gin (month_bigrams(month_of(registered_at), title::text || ' ' || description::text))
            """);
        migrations.Sql("drop index ix_cases_text");
        migrations.Sql("create index ix_cases_open_text on cases using gin (text_bigrams(title || ' ' || description)) where is_open");
    }

    /// <summary>Takes all of it back.</summary>
    public static void Drop(MigrationBuilder migrations)
    {
        migrations.Sql("create index ix_cases_text on cases using gin (text_bigrams(title || ' ' || description))");
        migrations.Sql("drop index ix_cases_open_text; drop index ix_cases_text_by_month; drop function holds_in_month(timestamptz, text, text, integer, text)");
        migrations.Sql("drop function month_bigrams(integer, text); drop function month_of(timestamptz)");
    }
}
