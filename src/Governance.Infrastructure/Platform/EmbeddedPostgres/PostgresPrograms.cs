namespace Governance.Infrastructure.Platform;

/// <summary>PostgreSQL's client programs on this machine.</summary>
public static class PostgresPrograms
{
    /// <summary>
    /// Path of a program, e.g. <c>psql</c>: from <c>GOVERNANCE_PG_BIN</c>, Debian's folders (newest first) or <c>PATH</c>; null when
    /// there is none.
    /// </summary>
    public static string? Find(string program) => PostgresBinaries
        .Folders(Environment.GetEnvironmentVariable("GOVERNANCE_PG_BIN"))
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
