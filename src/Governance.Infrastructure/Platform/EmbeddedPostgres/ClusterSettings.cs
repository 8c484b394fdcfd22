using System.Globalization;

namespace Governance.Infrastructure.Platform;

/// <summary>
/// The configuration the portal writes for its cluster before each start. What initdb found out about the machine (kind of shared
/// memory) stays in postgresql.conf and is included over.
/// </summary>
internal static class ClusterSettings
{
    /// <summary>The role and the database of the portal.</summary>
    public const string Name = "governance";

    // Only the portal's role, only over loopback, only with its password. The superuser cannot log in at all.
    private const string HostAccess = "host all " + Name + " 127.0.0.1/32 scram-sha-256\n";

    private const string Includes = "\ninclude = 'governance.conf'\ninclude = 'custom.conf'\n";

    private const string Custom = "# Your own settings for this server: read last, never written by the portal.\n";

    /// <summary>Writes the files of a cluster.</summary>
    public static void Write(string cluster, EmbeddedPostgresOptions options, int port)
    {
        WriteFile(cluster, "governance.conf", Portal(options, port));
        WriteFile(cluster, "pg_hba.conf", HostAccess);
        if (!File.Exists(Path.Combine(cluster, "custom.conf"))) WriteFile(cluster, "custom.conf", Custom);
        var main = File.ReadAllText(Path.Combine(cluster, "postgresql.conf"));
        if (!main.EndsWith(Includes, StringComparison.Ordinal)) WriteFile(cluster, "postgresql.conf", main + Includes);
    }

    /// <summary>
    /// Statements that make role and database in a fresh cluster, one a line as the single-user server wants them. Role attributes
    /// are the least the portal, its backup and the tests need.
    /// </summary>
    public static string FirstStatements(string password) => $"""
        CREATE ROLE {Name} LOGIN CREATEDB PASSWORD '{password}';
        GRANT pg_monitor, pg_signal_backend, pg_checkpoint TO {Name};
        CREATE DATABASE {Name} OWNER {Name};

        """;

    private static string Portal(EmbeddedPostgresOptions options, int port)
    {
        var number = CultureInfo.InvariantCulture;
        return $"""
            # Written by the portal before each start: put your own settings in custom.conf beside this file.
            listen_addresses = '127.0.0.1'
            port = {port.ToString(number)}
            unix_socket_directories = ''
            max_connections = {options.MaxConnections.ToString(number)}
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            shared_buffers = 256MB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            effective_cache_size = 1GB
            random_page_cost = 1.1
            jit = off
            # Bounded write-ahead log, so that recovery after a crash takes seconds.
            max_wal_size = 512MB
            checkpoint_timeout = 5min
            # The default way takes a sixth of the time of a big import.
            wal_compression = lz4
            # Statements and rows can carry personal data: neither goes to the log.
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_line_prefix = '%m [%p] '
            {(options.Durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n")}
            """;
    }

    private static void WriteFile(string cluster, string name, string text)
    {
        var file = Path.Combine(cluster, name);
        File.WriteAllText(file + ".new", text);
        // The folder is closed to everybody else; inside it the server's user must be able to read what root wrote.
        File.SetUnixFileMode(
            file + ".new", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(file + ".new", file, overwrite: true);
    }
}
