using Governance.Application.Imports;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;
using Npgsql;

namespace Governance.Infrastructure.Imports;

/// <summary>
/// Reserves the numbers of many cases: one block for each county and year, in one statement of its own. The counters are never
/// locked for longer, so clerks go on logging cases during an import; only an import that fails leaves a gap.
/// </summary>
internal sealed class CaseNumberBlocks(DatabaseConnection connection)
{
    /// <summary>A number for every seed, in their order.</summary>
    public async Task<IReadOnlyList<CaseNumber>> ReserveAsync(IReadOnlyList<CaseSeed> seeds, CancellationToken ct)
    {
        var blocks = seeds.GroupBy(BlockOf).Select(g => (Block: g.Key, Size: (long)g.Count())).ToList();
        // The order keeps two statements from waiting for each other.
        await using var command = connection.DataSource.CreateCommand("""
            insert into case_number_counters as c (county_code, year, last)
            select county, year, size from unnest($1, $2, $3) as wanted (county, year, size) order by county, year
            on conflict (county_code, year) do update set last = c.last + excluded.last
            returning county_code, year, last
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. blocks.Select(b => b.Block.County)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. blocks.Select(b => b.Block.Year)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. blocks.Select(b => b.Size)] });

        var sizes = blocks.ToDictionary(b => b.Block, b => b.Size);
        var last = new Dictionary<Block, long>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var block = new Block(reader.GetString(0), reader.GetInt32(1));
                last[block] = reader.GetInt64(2) - sizes[block];
            }
        }
        return [.. seeds.Select(seed =>
        {
            var block = BlockOf(seed);
            return CaseNumber.Create(seed.Place, block.Year, ++last[block]);
        })];
    }

    private static Block BlockOf(CaseSeed seed) => new(seed.Place.Value[..6], seed.RegisteredAt.ChinaDay().Year);

    private readonly record struct Block(string County, int Year);
}
