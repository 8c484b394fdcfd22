using Governance.Application.Cases;
using Governance.Application.Dashboards;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Persistence;

namespace Governance.Infrastructure.Dashboards;

/// <summary>Counts for the leader's page, from the monthly tallies where whole months are asked for.</summary>
public sealed class DashboardQueries(DatabaseConnection connection) : IDashboardQueries
{
    private const string Standing = nameof(Standing);
    private const string Before = nameof(Before);

    /// <inheritdoc />
    public Task<DashboardCounts> CountAsync(
        AreaCode area, DashboardPeriod period, DashboardPeriod? before, CaseMoments moments, CancellationToken ct) =>
        StorageFaults.GuardAsync(async () =>
        {
            var lines = new List<TallyLine>();
            var standing = new List<StandingLine>();
            var registeredBefore = 0;
            await using var command = DashboardStatement.Write(connection.DataSource, area, period, before, moments);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var group = reader.GetString(0);
                if (group == Standing)
                    standing.Add(new StandingLine(reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
                else if (group == Before)
                    registeredBefore = reader.GetInt32(2);
                else
                    lines.Add(new TallyLine(Enum.Parse<TallyGroup>(group), reader.GetString(1), TallyMeasures.Read(reader, 2)));
            }

            // Tallies of months whose cases were all removed or moved stay behind with zeros.
            return new DashboardCounts([.. lines.Where(l => l.Tally.Appeals > 0)], standing, registeredBefore);
        });
}
