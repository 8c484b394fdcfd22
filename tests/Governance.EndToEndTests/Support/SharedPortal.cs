using System.Collections.Concurrent;
using Governance.IntegrationTests.Support;
using Microsoft.Playwright;

namespace Governance.EndToEndTests.Support;

/// <summary>A portal with its people; one is shared by most tests of a run, those that break things start their own.</summary>
internal sealed class SharedPortal : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static SharedPortal? _current;

    private readonly TemporaryFolder _folder;
    private readonly IAsyncDisposable _database;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signIns = new();
    private readonly Lazy<Task> _samples;

    private SharedPortal(PortalServer server, TemporaryFolder folder, IAsyncDisposable database, string connectionString)
    {
        (Server, _folder, _database, ConnectionString) = (server, folder, database, connectionString);
        _samples = new(() => SampleMessages.LoadAsync(server));
    }

    /// <summary>The process.</summary>
    public PortalServer Server { get; }

    /// <summary>The database behind it.</summary>
    public string ConnectionString { get; }

    /// <summary>The portal that tests share, started by the first that asks.</summary>
    public static async Task<SharedPortal> GetAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (_current is null)
            {
                var database = await PostgresTestServer.Current.CreateDatabaseAsync(migrated: true);
                _current = await StartAsync(database.ConnectionString, database);
            }
            return _current;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Stops the shared one at the end of the run.</summary>
    public static async Task StopAsync()
    {
        if (_current is not null) await _current.DisposeAsync();
        _current = null;
    }

    /// <summary>Starts a portal on a database, which goes with it.</summary>
    public static async Task<SharedPortal> StartAsync(string connectionString, IAsyncDisposable database)
    {
        var folder = new TemporaryFolder();
        var server = await PortalServer.StartAsync(folder["data"], "--connection", connectionString);
        await People.EnsureAsync(connectionString);
        return new SharedPortal(server, folder, database, connectionString);
    }

    /// <summary>The browser state of somebody who has signed in; signed in once a portal, through the page.</summary>
    public Task<string> SignInAsync(string account) => _signIns.GetOrAdd(account, name => new Lazy<Task<string>>(async () =>
    {
        await using var context = await (await Chromium.GetAsync()).NewContextAsync(new() { BaseURL = Server.Url, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/login");
        await page.SignInAsync(name, PortalServer.DemoPassword);
        await Assertions.Expect(page.Button("退出")).ToBeVisibleAsync();
        return await context.StorageStateAsync();
    })).Value;

    /// <summary>The next walk signs the account in anew: a test signed it out.</summary>
    public void ForgetSignIn(string account) => _signIns.TryRemove(account, out _);

    /// <summary>Loads the sample messages, once a portal.</summary>
    public Task WithSamplesAsync() => _samples.Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
