using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Governance.IntegrationTests.Support;

/// <summary>The real program in a process of its own, as an operator runs it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private PortalProcess(Process process) => _process = process;

    /// <summary>Where it should listen; set by <see cref="Serve"/>.</summary>
    public string Url { get; private init; } = "";

    public int Id => _process.Id;

    /// <summary>Standard output and standard error so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it serving on a free port of loopback.</summary>
    public static PortalProcess Serve(params string[] arguments) => ServeWithDemo(["--no-demo", .. arguments]);

    /// <summary>Starts it serving with demo accounts and cases.</summary>
    public static PortalProcess ServeWithDemo(params string[] arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        return Launch(url, ["--urls", url, .. arguments]);
    }

    /// <summary>Runs it to its end and gives exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var portal = Launch("", arguments);
        return (await portal.EndAsync(60), portal.Output);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Status of the health address; null while nobody listens.</summary>
    public async Task<HttpStatusCode?> HealthAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            return (await http.GetAsync(new Uri(Url + "/healthz"))).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits until the health address answers so; fails when the process ends before, or after a minute.</summary>
    public async Task WaitForAsync(HttpStatusCode status)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await HealthAsync() == status) return;
            _process.HasExited.ShouldBeFalse(Output);
            await Task.Delay(200);
        }
        throw new ShouldAssertException($"{Url} never answered {status}.\n{Output}");
    }

    public void Signal(string name) => Process.Start("kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> EndAsync(int seconds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await EndAsync(60);
        }
        _process.Dispose();
    }

    private static PortalProcess Launch(string url, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Governance.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GOVERNANCE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        var portal = new PortalProcess(new Process { StartInfo = start }) { Url = url };
        portal._process.OutputDataReceived += portal.Collect;
        portal._process.ErrorDataReceived += portal.Collect;
        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        return portal;
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }
}
