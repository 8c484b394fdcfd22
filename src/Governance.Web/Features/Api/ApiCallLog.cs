using System.Threading.Channels;
using Governance.Application.Clients;

namespace Governance.Web.Features.Api;

/// <summary>
/// Writes the calls of clients in the background, some at a time, so that no delivery waits for its line in the log. What is lost in a
/// crash is a line; the deliveries themselves have their entries in the audit trail.
/// </summary>
public sealed partial class ApiCallLog(IClientCallStore store, TimeProvider time, ILogger<ApiCallLog> log) : BackgroundService
{
    private const int MostWaiting = 20_000;
    private const int MostAtOnce = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<(Guid, ClientCall)> _waiting = Channel.CreateBounded<(Guid, ClientCall)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes a call.</summary>
    public void Add(Guid clientId, ClientCall call) => _waiting.Writer.TryWrite((clientId, call));

    /// <summary>Writes what waits.</summary>
    public async Task FlushAsync(CancellationToken ct = default)
    {
        var some = new List<(Guid, ClientCall)>();
        while (_waiting.Reader.TryRead(out var call))
        {
            some.Add(call);
            if (some.Count < MostAtOnce)
                continue;
            await store.AddAsync(some, ct);
            some.Clear();
        }
        if (some.Count > 0)
            await store.AddAsync(some, ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? cleaned = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _waiting.Reader.WaitToReadAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
                await FlushAsync(stoppingToken);
                var now = time.GetUtcNow();
                if (cleaned is null || now - cleaned > TimeSpan.FromHours(1))
                {
                    await store.RemoveBeforeAsync(now - Kept, stoppingToken);
                    cleaned = now;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A log that cannot be written must not end the portal; the next calls try again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFailed(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calls of clients could not be written")]
    private partial void LogFailed(Exception fault);
}
