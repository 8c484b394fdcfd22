using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Governance.Application.Webhooks;
using Governance.Domain.Webhooks;

namespace Governance.Infrastructure.Webhooks;

/// <summary>What became of a try.</summary>
/// <param name="Reason">Why it failed, in Chinese; null when the message was taken.</param>
/// <param name="IsFinal">True when trying again makes no sense.</param>
public sealed record WebhookOutcome(string? Reason, bool IsFinal = false);

/// <summary>
/// Sends messages over HTTP. It connects only where <see cref="WebhookNetworks"/> allows, looked at after the name was resolved; follows no
/// redirect, takes no cookie, uses no proxy, waits ten seconds at most and reads nothing of the answer but its status.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebhookNetworks _networks;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Makes one; it keeps its connections.</summary>
    public WebhookSender(WebhookNetworks networks, TimeProvider time)
    {
        (_networks, _time) = (networks, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Patience,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
        };
    }

    /// <summary>Tries once.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="address">Where to.</param>
    /// <param name="secret">What it is signed with.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WebhookOutcome> SendAsync(WebhookDelivery delivery, string address, string secret, CancellationToken ct)
    {
        // Plain http is for a receiver on the machine itself, which the operator has allowed.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return new WebhookOutcome("通知地址不对", IsFinal: true);
        try
        {
            var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
            using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add(WebhookMessage.DeliveryHeader, delivery.Id.ToString());
            request.Headers.Add(WebhookMessage.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add(WebhookMessage.SignatureHeader, WebhookMessage.Sign(secret, timestamp, delivery.Body));
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new WebhookOutcome(null),
                HttpStatusCode.Gone => new WebhookOutcome("对方回复 410，不再接收", IsFinal: true),
                var status => new WebhookOutcome($"对方回复 {(int)status}"),
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return fault switch
            {
                OperationCanceledException => new WebhookOutcome("对方没有在 10 秒内回复"),
                _ when IsForbidden(fault) => new WebhookOutcome("通知地址在不允许的网段，请联系运维人员"),
                HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new WebhookOutcome("找不到通知地址中的主机"),
                HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new WebhookOutcome("对方的安全证书不可信"),
                HttpRequestException or SocketException or IOException => new WebhookOutcome("连接不上对方"),
                _ => new WebhookOutcome("发送时出错"),
            };
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    // Called with the very address that is connected to: a name that is resolved twice could lead somewhere else the second time.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = addresses.Where(_networks.Allows).ToArray();
        if (allowed.Length == 0)
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsForbidden(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is ForbiddenAddressException)
                return true;
        return false;
    }

    private sealed class ForbiddenAddressException() : IOException("The address lies in a network that must not be called.");
}
