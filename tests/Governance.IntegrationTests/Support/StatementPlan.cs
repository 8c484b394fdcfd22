using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>How the database would run what was sent.</summary>
public static class StatementPlan
{
    /// <summary>The plan of a statement; tables of tests are small, so reading them whole is forbidden to show what a large one would do.</summary>
    public static async Task<string> ExplainAsync(this PortalServices portal, SentStatement sent)
    {
        await using var connection = await portal.Postgres.DataSource.OpenConnectionAsync();
        await using (var analyse = new NpgsqlCommand("set enable_seqscan = off", connection))
            await analyse.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain (costs off) " + sent.Text, connection);
        foreach (var parameter in sent.Parameters)
            explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = "";
        while (await reader.ReadAsync())
            plan += reader.GetString(0) + "\n";
        return plan;
    }
}
