using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Governance.IntegrationTests.Support;

/// <summary>A way to the database that can be cut and joined again: to the portal, the server has stopped and come back.</summary>
public sealed class SwitchableProxy : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly ConcurrentBag<Socket> _sockets = [];
    private TcpListener? _listener;

    /// <summary>Opens a way to the server of that connection string.</summary>
    public SwitchableProxy(string connectionString)
    {
        _target = new NpgsqlConnectionStringBuilder(connectionString);
        Join();
        Port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    /// <summary>Connection string that goes through the proxy.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_target.ConnectionString) { Host = "127.0.0.1", Port = Port, Timeout = 5 }.ConnectionString;

    private int Port { get; set; }

    /// <summary>Breaks every connection and refuses new ones.</summary>
    public void Cut()
    {
        _listener?.Stop();
        _listener = null;
        Hang();
    }

    /// <summary>Breaks every connection but takes new ones: the server was started again.</summary>
    public void Hang()
    {
        while (_sockets.TryTake(out var socket))
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (ObjectDisposedException)
            {
                // Its connection had ended before.
            }
            socket.Dispose();
        }
    }

    /// <summary>Takes connections again.</summary>
    public void Join()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                client.NoDelay = true;
                var server = _target.Host!.StartsWith('/')
                    ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                    : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                EndPoint end = _target.Host.StartsWith('/')
                    ? new UnixDomainSocketEndPoint($"{_target.Host}/.s.PGSQL.{_target.Port}")
                    : new DnsEndPoint(_target.Host, _target.Port);
                await server.ConnectAsync(end);
                _sockets.Add(client);
                _sockets.Add(server);
                _ = PumpAsync(client, server);
                _ = PumpAsync(server, client);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // One side is gone, so goes the other.
        }
        from.Dispose();
        to.Dispose();
    }
}
