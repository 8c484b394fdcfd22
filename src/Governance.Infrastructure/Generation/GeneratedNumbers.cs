using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Npgsql;

namespace Governance.Infrastructure.Generation;

/// <summary>Numbers of generated cases, counted here and handed to the portal's counters at the end.</summary>
internal sealed class GeneratedNumbers
{
    private readonly Dictionary<(string County, int Year), long> _last = [];

    /// <summary>The next number of that county and year.</summary>
    public CaseNumber Next(AreaCode place, DateTimeOffset at)
    {
        var block = (County: place.Value[..6], at.ChinaDay().Year);
        var last = _last.GetValueOrDefault(block) + 1;
        _last[block] = last;
        return CaseNumber.Create(place, block.Year, last);
    }

    /// <summary>Lets the portal go on counting where this stopped.</summary>
    public async Task SaveAsync(NpgsqlConnection session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            insert into case_number_counters as c (county_code, year, last)
            select county, year, last from unnest($1, $2, $3) as counted (county, year, last)
            on conflict (county_code, year) do update set last = greatest(c.last, excluded.last)
            """, session);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. _last.Keys.Select(k => k.County)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. _last.Keys.Select(k => k.Year)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. _last.Values] });
        await command.ExecuteNonQueryAsync(ct);
    }
}
