using System.Diagnostics;
using System.Globalization;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.IntegrationTests.Platform;

/// <summary>A data folder and what the tests do with the server in it.</summary>
internal sealed class EmbeddedPostgresHarness(bool closed = false) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new(closed);
    private readonly List<EmbeddedPostgres> _started = [];

    public string Data => _folder["data"];

    public string Fallback => _folder["elsewhere"];

    public RecordingLogger Log { get; } = new();

    public EmbeddedPostgresOptions Options => new()
    {
        DataDirectory = Data,
        Durable = false,
        StartTimeout = TimeSpan.FromSeconds(60),
        FallbackRoot = Fallback,
    };

    public async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions? options = null)
    {
        var server = await EmbeddedPostgres.StartAsync(options ?? Options, Log, CancellationToken.None);
        _started.Add(server);
        return server;
    }

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Asks again and again until the server answers or the time is up.</summary>
    public static async Task<object?> AskPatientlyAsync(string connectionString, string sql, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await AskAsync(connectionString, sql);
            }
            catch (NpgsqlException) when (watch.Elapsed.TotalSeconds < seconds)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Fails unless the process ends within ten seconds; one that only waits to be collected has ended.</summary>
    public static async Task ShouldEndAsync(int pid)
    {
        for (var i = 0; i < 400; i++)
        {
            try
            {
                if ((await File.ReadAllTextAsync($"/proc/{pid}/stat")).Contains(") Z ", StringComparison.Ordinal)) return;
            }
            catch (IOException)
            {
                return;
            }
            await Task.Delay(25);
        }
        throw new ShouldAssertException($"Process {pid} still runs.");
    }

    public static async Task<string> ShellAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, script);
        return output.Trim();
    }

    public static void KillHard(int pid) => Process.Start("kill", ["-9", pid.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _started) await server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Keeps the lines a test wants to read.</summary>
    internal sealed class RecordingLogger : ILogger
    {
        private readonly List<string> _lines = [];

        public string Text
        {
            get
            {
                lock (_lines) return string.Join("\n", _lines);
            }
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{logLevel} {formatter(state, exception)} {exception?.Message}");
        }
    }
}
