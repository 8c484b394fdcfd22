using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Governance.EndToEndTests.Support;

/// <summary>The built portal in a process of its own, on a free port of loopback, stopped with SIGTERM.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    /// <summary>Password of the demo accounts.</summary>
    public const string DemoPassword = "qingcheng2026";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string[] _arguments;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private PortalServer(string url, string data, string[] arguments)
    {
        (Url, DataFolder) = (url, data);
        _arguments = ["--urls", url, "--data", data, .. arguments];
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>Its data folder.</summary>
    public string DataFolder { get; }

    /// <summary>What it said so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<PortalServer> StartAsync(string dataFolder, params string[] arguments)
    {
        var portal = new PortalServer($"http://127.0.0.1:{FreePort()}", dataFolder, arguments);
        await portal.StartAgainAsync();
        return portal;
    }

    /// <summary>Starts it again on the same address and data, after <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        _process = Launch(_arguments, Collect);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(150))
        {
            if (_process.HasExited) break;
            if (await AnswersAsync(http)) return;
        }
        throw new InvalidOperationException($"The portal did not start.\n{Output}");
    }

    /// <summary>Stops it as an operator would, or as a crash would (<c>KILL</c>).</summary>
    public async Task StopAsync(string signal = "TERM")
    {
        if (_process is null) return;
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await _process.WaitForExitAsync(limit.Token);
        }
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs an administration verb beside it; fails when the verb does.</summary>
    public async Task<string> AdminAsync(params string[] verb)
    {
        var said = new StringBuilder();
        using var process = Launch(["admin", "--data", DataFolder, .. verb], (_, line) =>
        {
            lock (said) said.AppendLine(line.Data);
        });
        await process.WaitForExitAsync();
        lock (said)
        {
            process.ExitCode.ShouldBe(0, said.ToString());
            return said.ToString();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri(Url + "/healthz"))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Launch(IEnumerable<string> arguments, DataReceivedEventHandler collect)
    {
        var start = new ProcessStartInfo("dotnet", [BuildInfo.PortalProgram, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GOVERNANCE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["GOVERNANCE_DEMO_PASSWORD"] = DemoPassword;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += collect;
        process.ErrorDataReceived += collect;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }
}
