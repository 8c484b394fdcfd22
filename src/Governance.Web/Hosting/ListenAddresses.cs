using System.Net;
using System.Net.Sockets;

namespace Governance.Web.Hosting;

/// <summary>Looks at the addresses to listen on before a database is started for nothing.</summary>
public static class ListenAddresses
{
    /// <summary>Tries each address once and lets it go.</summary>
    /// <param name="urls">Addresses separated by semicolons.</param>
    /// <exception cref="StartRefusedException">One cannot be had; the message says why.</exception>
    public static void EnsureFree(string urls)
    {
        foreach (var url in urls.Split(';'))
        {
            var address = BindingAddress.Parse(url.Trim());
            try
            {
                using var probe = new TcpListener(AddressOf(address.Host), address.Port);
                probe.Start();
            }
            catch (SocketException refused)
            {
                throw new StartRefusedException(Explain(refused.SocketErrorCode, url), refused);
            }
        }
    }

    private static IPAddress AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host.Trim('[', ']'), out var address) => address,
        // Any other name, + and * included, means every address of the machine.
        _ => IPAddress.Any,
    };

    private static string Explain(SocketError error, string url) => error switch
    {
        SocketError.AddressAlreadyInUse => $"地址 {url} 已被占用，平台可能已在运行。请先停止它，或用 --urls 换一个地址。",
        SocketError.AccessDenied => $"没有权限监听 {url}，请用 1024 以上的端口。",
        SocketError.AddressNotAvailable => $"本机没有地址 {url}，请用 --urls 换一个地址。",
        _ => $"无法监听 {url}（{error}），请用 --urls 换一个地址。",
    };
}
