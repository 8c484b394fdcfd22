using Governance.Infrastructure.Webhooks;

namespace Governance.Web.Hosting;

/// <summary>What an operator decides at start, by option or environment variable; the option wins.</summary>
public sealed record PortalOptions
{
    /// <summary>Address the portal listens on unless another is named.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Explains the options.</summary>
    public const string Usage = """
        用法：Governance.Web.dll [选项]                启动平台
              Governance.Web.dll admin [选项] 命令 …   执行管理命令（help 列出全部命令）

        选项（括号内为对应的环境变量）：
          --city 名称         城市包，默认用数据文件夹已记录的，首次为 hohhot（GOVERNANCE_CITY）
          --urls 地址         监听地址，默认 http://127.0.0.1:5080，多个用分号隔开（GOVERNANCE_URLS）
          --data 文件夹       数据文件夹，默认当前目录下的 data（GOVERNANCE_DATA）
          --connection 串     使用已有的 PostgreSQL，而不用自带数据库（GOVERNANCE_CONNECTION）
          --cities 文件夹     城市包所在文件夹，默认随程序发布的 cities（GOVERNANCE_CITIES）
          --proxy 地址        反向代理的地址或网段，多个用分号隔开；本机不用写（GOVERNANCE_PROXY）
          --no-demo           不建立演示账号和演示数据（GOVERNANCE_NO_DEMO=1）
          --help              显示本说明

        只能用环境变量给出的（不进入命令行）：
          GOVERNANCE_DEMO_PASSWORD   演示账号的密码，未给出则随机生成并在启动时显示
          GOVERNANCE_DATA_KEY        个人信息加密密钥（openssl rand -base64 32），未给出则保存在数据文件夹
          GOVERNANCE_WEBHOOK_NETWORKS   状态通知可以发往的内网网段，用逗号隔开，例如 10.20.0.0/16；未给出则只发往公网
          GOVERNANCE_PG_BIN          PostgreSQL 程序所在文件夹，未给出则自动查找
        """;

    /// <summary>The city pack asked for; null takes the one the data folder was made with.</summary>
    public string? City { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>Full path of the data folder.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A PostgreSQL server of the operator's; null runs the portal's own.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Folder of the city packs.</summary>
    public required string CitiesDirectory { get; init; }

    /// <summary>Reverse proxies beside those on this machine: only they are believed when they say where a request came from.</summary>
    public IReadOnlyList<System.Net.IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether demo accounts and data are made.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>Password of the demo accounts; null makes one up and prints it.</summary>
    public string? DemoPassword { get; init; }

    /// <summary>Key of the personal data, 32 bytes as base64; null keeps one in the data folder.</summary>
    public string? DataKey { get; init; }

    /// <summary>Inner networks that messages to other systems may go to.</summary>
    public WebhookNetworks WebhookNetworks { get; init; } = new([]);

    /// <summary>The administration verb and its arguments; null serves.</summary>
    public IReadOnlyList<string>? AdminCommand { get; init; }

    /// <summary>Settings of the framework's own host (content root, environment), passed on as they came.</summary>
    public IReadOnlyList<string> HostArguments { get; init; } = [];
}
