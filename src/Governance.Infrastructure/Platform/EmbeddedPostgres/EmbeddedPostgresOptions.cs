namespace Governance.Infrastructure.Platform;

/// <summary>How the portal's own PostgreSQL is placed and run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The portal's data folder; made when missing. Processes given the same folder share one server.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; null looks for them on the machine.</summary>
    public string? BinDirectory { get; init; } = Environment.GetEnvironmentVariable("GOVERNANCE_PG_BIN");

    /// <summary>TCP port on loopback; null takes the port of the last run, or any free one.</summary>
    public int? Port { get; init; }

    /// <summary>False gives up safety against power failure for speed: for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Most connections the server accepts.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>How long a start may take, recovery after a crash included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a stop may take before the server is left to finish by itself.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Where clusters go that the server's system user could not reach inside the data folder.</summary>
    public string FallbackRoot { get; init; } = "/var/lib/governance-portal";
}
