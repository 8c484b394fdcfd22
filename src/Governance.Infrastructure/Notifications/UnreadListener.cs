using Governance.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Governance.Infrastructure.Notifications;

/// <summary>
/// The one connection of this process that hears whose unread number has changed, whichever process changed it. After a cut it listens
/// anew and lets everybody's number be counted again.
/// </summary>
public sealed partial class UnreadListener(DatabaseConnection database, UnreadHub hub, ILogger<UnreadListener> logger) : BackgroundService
{
    // Finds a line that is dead without having said so.
    private const int KeepAliveSeconds = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(hub.RunAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken ct)
    {
        // Said once: a database that is away is away for everything else too.
        var wasAway = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await HearAsync(() => wasAway = false, ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (!wasAway)
                    LogAway(fault.Message);
                wasAway = true;
            }
            await Task.Delay(Pause * (1 + Random.Shared.NextDouble()), ct);
        }
    }

    private async Task HearAsync(Action connected, CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        connection.Notification += (_, message) => hub.Changed(UnreadChannel.Read(message.Payload));
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {UnreadChannel.Name}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        connected();
        hub.ChangedAll();
        while (!ct.IsCancellationRequested)
            await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody hears of new notifications for the moment; trying again: {Reason}")]
    private partial void LogAway(string reason);
}
