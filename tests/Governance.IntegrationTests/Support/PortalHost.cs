using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Support;

/// <summary>The real web host on a database of its own: <c>IClassFixture&lt;PortalHost&gt;</c>.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>A password that keeps the rules.</summary>
    public const string Password = "qingcheng2026";

    private readonly PostgresFixture _postgres = new();
    private readonly TemporaryFolder _data = new();

    /// <summary>The database behind the host.</summary>
    public PostgresFixture Postgres => _postgres;

    /// <summary>The data folder of the host.</summary>
    public string DataFolder => _data.Path;

    /// <inheritdoc />
    public Task InitializeAsync() => _postgres.InitializeAsync();

    /// <inheritdoc />
    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>A browser without a sign-in.</summary>
    public PortalBrowser Open() => new(CreateDefaultClient(
        new Uri("http://localhost"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler()));

    /// <summary>A browser in which a new account of the role has signed in.</summary>
    public async Task<PortalBrowser> OpenAsync(Role role, string scope = "150102000000")
    {
        var account = await CreateAccountAsync(role, scope);
        var browser = Open();
        await browser.SignInAsync(account.UserName!, Password);
        return browser;
    }

    /// <summary>Makes an account, with <see cref="Password"/>.</summary>
    public async Task<PortalUser> CreateAccountAsync(Role role, string scope = "150102000000", bool mustChange = false)
    {
        var user = new PortalUser
        {
            UserName = $"u{Guid.NewGuid():N}"[..12], DisplayName = "张三", Role = role, BodyCode = "150102000000-centre", BodyName = "新城区综治中心",
            ScopeCode = AreaCode.Parse(scope), MustChangePassword = mustChange, LockoutEnabled = true, CreatedAt = DateTimeOffset.UtcNow,
        };
        await WithUsersAsync(async users => (await users.CreateAsync(user, Password)).Succeeded.ShouldBeTrue());
        return user;
    }

    /// <summary>Changes an account behind the back of every open page.</summary>
    public Task ChangeAccountAsync(Guid id, Action<PortalUser> change) => WithUsersAsync(async users =>
    {
        var user = await users.FindByIdAsync(id.ToString());
        change(user!);
        (await users.UpdateSecurityStampAsync(user!)).Succeeded.ShouldBeTrue();
    });

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("connection", _postgres.ConnectionString);
        builder.UseSetting("data", _data.Path);
        builder.UseSetting("no-demo", "1");
        // Never listened on, but probed at start: hosts that start side by side must not meet on the usual port.
        builder.UseSetting("urls", "http://127.0.0.1:0");
    }

    private async Task WithUsersAsync(Func<UserManager<PortalUser>, Task> act)
    {
        using var scope = Services.CreateScope();
        await act(scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>());
    }
}
