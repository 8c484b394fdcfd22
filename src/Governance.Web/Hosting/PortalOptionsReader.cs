using System.Net;
using System.Net.Sockets;
using Governance.Infrastructure.Platform;
using Governance.Infrastructure.Webhooks;
using Npgsql;

namespace Governance.Web.Hosting;

/// <summary>What reading the command line gave: options, or the sentence that refuses it; neither when help was asked for.</summary>
/// <param name="Options">The options, or null.</param>
/// <param name="Refusal">Why the command line was refused, in Chinese, or null.</param>
public sealed record PortalOptionsReading(PortalOptions? Options, string? Refusal);

/// <summary>Reads <see cref="PortalOptions"/> from arguments and environment, strictly: a mistyped option is refused, not ignored.</summary>
public static class PortalOptionsReader
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["city"] = "GOVERNANCE_CITY",
        ["urls"] = "GOVERNANCE_URLS",
        ["data"] = "GOVERNANCE_DATA",
        ["connection"] = "GOVERNANCE_CONNECTION",
        ["cities"] = "GOVERNANCE_CITIES",
        ["no-demo"] = "GOVERNANCE_NO_DEMO",
        ["proxy"] = "GOVERNANCE_PROXY",
    };

    private static readonly string[] Flags = ["no-demo"];
    private static readonly string[] HostOptions = ["environment", "contentRoot", "applicationName"];
    private static readonly string[] Yes = ["1", "true", "yes"];
    private static readonly string[] No = ["0", "false", "no", ""];

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">What followed the program's name.</param>
    /// <param name="environment">Gives the value of a variable, or null.</param>
    public static PortalOptionsReading Read(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var isAdmin = arguments.Count > 0 && arguments[0] == "admin";
        // The framework's test host hands its whole configuration over as arguments.
        var isTestHost = arguments.Any(a => a.StartsWith("--applicationName=", StringComparison.Ordinal));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var host = new List<string>();
        var index = isAdmin ? 1 : 0;
        for (; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument is "--help" or "-h") return new PortalOptionsReading(null, null);
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                if (isAdmin) break;
                return Refuse($"不认识“{argument}”");
            }
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument[2..] : argument[2..equals];
            if (!Variables.ContainsKey(name))
            {
                if (!isTestHost && !HostOptions.Contains(name, StringComparer.OrdinalIgnoreCase)) return Refuse($"没有选项“--{name}”");
                host.Add(argument);
                if (equals < 0 && index + 1 < arguments.Count) host.Add(arguments[++index]);
                continue;
            }
            if (equals >= 0) values[name] = argument[(equals + 1)..];
            else if (Flags.Contains(name)) values[name] = "1";
            else if (index + 1 < arguments.Count && !arguments[index + 1].StartsWith("--", StringComparison.Ordinal)) values[name] = arguments[++index];
            else return Refuse($"选项“--{name}”后面缺少内容");
        }
        foreach (var (name, variable) in Variables)
            if (!values.ContainsKey(name) && environment(variable) is { Length: > 0 } set) values[name] = set;
        return Build(values, host, isAdmin ? [.. arguments.Skip(index)] : null, environment);
    }

    private static PortalOptionsReading Build(
        Dictionary<string, string> values, List<string> host, IReadOnlyList<string>? adminCommand, Func<string, string?> environment)
    {
        var demoPassword = environment("GOVERNANCE_DEMO_PASSWORD");
        var personalKey = environment("GOVERNANCE_DATA_KEY");
        var urls = values.GetValueOrDefault("urls", PortalOptions.DefaultUrls);
        if (urls.Split(';').FirstOrDefault(u => !IsAddress(u)) is { } wrong)
            return Refuse($"监听地址“{wrong}”不对，应如 {PortalOptions.DefaultUrls}");
        var noDemo = values.GetValueOrDefault("no-demo", "");
        if (!Yes.Contains(noDemo, StringComparer.OrdinalIgnoreCase) && !No.Contains(noDemo, StringComparer.OrdinalIgnoreCase))
            return Refuse($"“--no-demo”或 GOVERNANCE_NO_DEMO 的值“{noDemo}”不对，应为 1 或 0");
        var connection = values.GetValueOrDefault("connection");
        if (connection is not null && !IsConnection(connection))
            return Refuse("数据库连接串不对，应如 Host=主机;Port=5432;Database=库名;Username=用户;Password=密码");
        if (!string.IsNullOrEmpty(personalKey) && !IsKey(personalKey))
            return Refuse($"GOVERNANCE_DATA_KEY 应为 {PersonalDataProtector.KeySize} 字节的 base64，可用 openssl rand -base64 32 生成");
        var proxies = values.GetValueOrDefault("proxy", "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (proxies.FirstOrDefault(p => !IsNetwork(p)) is { } notOne)
            return Refuse($"反向代理地址“{notOne}”不对，应如 10.0.0.5 或 172.16.0.0/12");
        if (WebhookNetworks.Read(environment("GOVERNANCE_WEBHOOK_NETWORKS")) is not { } networks)
            return Refuse("GOVERNANCE_WEBHOOK_NETWORKS 不对，应如 10.20.0.0/16，多个用逗号隔开");
        return new PortalOptionsReading(
            new PortalOptions
            {
                City = values.GetValueOrDefault("city"),
                Urls = urls,
                DataDirectory = Path.GetFullPath(values.GetValueOrDefault("data", "data")),
                ConnectionString = connection,
                CitiesDirectory = Path.GetFullPath(values.GetValueOrDefault("cities", Path.Combine(AppContext.BaseDirectory, "cities"))),
                Proxies = [.. proxies.Select(Network)],
                Demo = !Yes.Contains(noDemo, StringComparer.OrdinalIgnoreCase),
                DemoPassword = string.IsNullOrEmpty(demoPassword) ? null : demoPassword,
                DataKey = string.IsNullOrEmpty(personalKey) ? null : personalKey,
                WebhookNetworks = networks,
                AdminCommand = adminCommand,
                HostArguments = host,
            },
            null);
    }

    private static bool IsAddress(string url)
    {
        // Kestrel's signs for every address of the machine are no host names.
        var plain = url.Trim().Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.AbsolutePath == "/";
    }

    private static bool IsNetwork(string text) => text.Contains('/', StringComparison.Ordinal) ? IPNetwork.TryParse(text, out _) : IPAddress.TryParse(text, out _);

    private static IPNetwork Network(string text) => text.Contains('/', StringComparison.Ordinal)
        ? IPNetwork.Parse(text)
        : IPAddress.Parse(text) is var one && one.AddressFamily == AddressFamily.InterNetwork ? new IPNetwork(one, 32) : new IPNetwork(IPAddress.Parse(text), 128);

    private static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsKey(string text)
    {
        var bytes = new byte[PersonalDataProtector.KeySize + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == PersonalDataProtector.KeySize;
    }

    private static PortalOptionsReading Refuse(string why) => new(null, why + "。");
}
