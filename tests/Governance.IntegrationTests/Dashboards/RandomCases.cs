using System.Globalization;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Npgsql;

namespace Governance.IntegrationTests.Dashboards;

/// <summary>Cases in every state, category and channel, over all villages of some townships and several years; the same for the same seed.</summary>
internal static class RandomCases
{
    /// <summary>Lets some of the cases follow others, which stay as they are.</summary>
    public const string MergeSome = """
        update cases set state = 'Merged', merged_into_id = (select id from cases where abs(hashtext(id::text)) % 7 = 0 and is_open order by id limit 1)
        where abs(hashtext(id::text)) % 7 = 1
        """;

    private static int _serial;

    /// <summary>Adds so many cases in one statement.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Between -1 and 1.</param>
    /// <param name="places">Codes of villages, or of townships and counties for cases whose exact place is not known.</param>
    /// <param name="leaves">Codes of leaf categories.</param>
    /// <param name="now">The newest are registered a day before, the oldest five years.</param>
    public static async Task AddAsync(
        NpgsqlDataSource database, int count, double seed, IReadOnlyList<string> places, IReadOnlyList<string> leaves, DateTimeOffset now)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using (var start = new NpgsqlCommand($"select setseed({seed.ToString(CultureInfo.InvariantCulture)})", connection))
            await start.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand("""
            insert into cases (id, number, title, description, area_code, place_detail, category_code, channel, urgency, state, registered_at,
              closed_at, clock_started_at, due_at, managing_body_code, limit_rule_id, limit_value, limit_unit, limit_basis, reopen_count, submission_key,
              lead_body_code, responded_at, responded_on_time, solved, satisfaction, reopened_by_reporter, return_count, redone_count)
            select gen_random_uuid(), number, '测试案件', '', places[1 + floor(r1 * cardinality(places))::int], '',
              leaves[1 + floor(r2 * cardinality(leaves))::int], channels[1 + floor(r3 * cardinality(channels))::int], 'Normal', state, at,
              -- Archived cases are closed ones or refused ones.
              case when state = 'Closed' or (state = 'Archived' and r6 < 0.7) then at + r7 * interval '40 days' end,
              at, at + r8 * interval '30 days', 'body', 'rule', 15, 'WorkingDay', '', 0, gen_random_uuid(),
              case when state not in ('Registered', 'Accepted') then '150102000000-' || (array['housing', 'urban', 'labour'])[1 + floor(r7 * 3)::int] end,
              case when state <> 'Registered' then at + r8 * interval '3 days' end, case when state <> 'Registered' then r8 < 0.8 end,
              case when r6 < 0.3 then r7 < 0.6 end,
              case when state = 'Closed' and r8 < 0.5 then (array['Satisfied', 'Fair', 'Unsatisfied'])[1 + floor(r6 * 3)::int] end,
              r7 > 0.95, floor(r6 * 1.3)::int, floor(r8 * 1.2)::int
            from (select $2::text[] as places, $3::text[] as leaves,
                array['Hotline','Counter','Letter','Visit','Web','GridMember','Emergency','Court','Superior','MemberUnit'] as channels) lists,
              (select random() r1, random() r2, random() r3, random() r4, random() r5, random() r6, random() r7, random() r8, number
               from unnest($1::text[]) number) chances,
              lateral (select (array['Registered','Accepted','Refused','Dispatched','Handling','Verifying','Verified','Closed','Closed','Archived'])
                [1 + floor(r4 * 10)::int] as state) states,
              lateral (select $4::timestamptz - interval '1 day' - r5 * r5 * interval '5 years' as at) moments
            """, connection);
        var first = Interlocked.Add(ref _serial, count) - count;
        command.Parameters.AddWithValue(
            Enumerable.Range(1, count).Select(i => CaseNumber.Create(AreaCode.Parse("150102000000"), 2020, first + i).Value).ToArray());
        command.Parameters.AddWithValue(places.ToArray());
        command.Parameters.AddWithValue(leaves.ToArray());
        command.Parameters.AddWithValue(now);
        await command.ExecuteNonQueryAsync();
    }
}
