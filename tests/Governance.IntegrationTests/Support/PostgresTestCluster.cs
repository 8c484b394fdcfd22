using Governance.Infrastructure.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.IntegrationTests.Support;

/// <summary>The private server of a test run, in a temporary folder; what killed runs left is cleared away by the next one.</summary>
internal sealed class PostgresTestCluster : IAsyncDisposable
{
    private const string Pattern = "governance-tests-*";

    private readonly string _folder;
    private readonly FileStream _mine;
    private readonly EmbeddedPostgres _server;

    private PostgresTestCluster(string folder, FileStream mine, EmbeddedPostgres server)
    {
        _folder = folder;
        _mine = mine;
        _server = server;
    }

    public string ConnectionString => _server.ConnectionString;

    public static async Task<PostgresTestCluster> StartAsync()
    {
        foreach (var abandoned in Directory.GetDirectories(Path.GetTempPath(), Pattern)) await ClearAsync(abandoned);
        var folder = Path.Combine(Path.GetTempPath(), Pattern.Replace("*", Guid.NewGuid().ToString("N"), StringComparison.Ordinal));
        Directory.CreateDirectory(folder);
        var mine = Hold(folder)!;
        var server = await EmbeddedPostgres.StartAsync(OptionsFor(folder), NullLogger.Instance, CancellationToken.None);
        return new PostgresTestCluster(folder, mine, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Delete(_folder, _server.Directory);
        await _mine.DisposeAsync();
    }

    private static EmbeddedPostgresOptions OptionsFor(string folder) =>
        new() { DataDirectory = folder, Durable = false, MaxConnections = 300 };

    private static async Task ClearAsync(string folder)
    {
        try
        {
            await using var mine = Hold(folder);
            if (mine is null) return;
            var server = await EmbeddedPostgres.StartAsync(OptionsFor(folder), NullLogger.Instance, CancellationToken.None);
            await server.DisposeAsync();
            Delete(folder, server.Directory);
        }
        catch (EmbeddedPostgresException)
        {
            // Half made: no server of it can be running.
            Directory.Delete(folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's run; that user's next run clears it.
        }
    }

    // Held alone for the length of a run; the kernel lets go when the run is killed.
    private static FileStream? Hold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Delete(params string[] folders)
    {
        foreach (var folder in folders.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }
}
