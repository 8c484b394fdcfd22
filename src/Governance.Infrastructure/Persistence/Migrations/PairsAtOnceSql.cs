using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Infrastructure.Persistence.Migrations;

/// <summary>
/// Other bodies for the two functions that cut a text into pairs of characters: the first was planned anew for every case that was written,
/// the second went through a text character by character. They give the same pairs, so the indexes stay as they are; one that occurs twice
/// is given twice, which an index does not mind and who counts pairs must.
/// </summary>
internal static class PairsAtOnceSql
{
    /// <summary>Puts them in the place of the earlier ones.</summary>
    public static void Create(MigrationBuilder migrations)
    {
        // White space becomes null, a pair with it too, and nulls are taken out.
        migrations.Sql("""
            create or replace function text_bigrams(value text) returns text[]
            language plpgsql immutable strict parallel safe as $$
            declare
              letters text[] := string_to_array(regexp_replace(lower(value), '\s', ' ', 'g'), null, ' ');
            begin
              return array_remove(array(select one || other from unnest(letters, letters[2:]) as pairs (one, other)), null);
            end $$
            """);
        migrations.Sql("""
            create or replace function month_bigrams(month integer, value text) returns text[]
            language plpgsql immutable parallel safe cost 20000 as $$
            declare
              spaces text := E'[ \t\n\r\f\u000B\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]';
              letters text[] := string_to_array(regexp_replace(lower(value), spaces, ' ', 'g'), null, ' ');
              mark text := chr(20000 + month);
            begin
              return array_remove(array(select mark || one || other from unnest(letters, letters[2:]) as pairs (one, other)), null);
            end $$
            """);
    }
}
