using Governance.Application.Notifications;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Infrastructure.Notifications;
using Governance.Infrastructure.Persistence;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.IntegrationTests.Notifications;

/// <summary>Numbers on open pages, over several processes and through a cut of the line.</summary>
[Trait("Provision", "P36")]
public sealed class UnreadHubTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task InitializeAsync()
    {
        await portal.WithPeopleAsync();
        await portal.ExecuteAsync("delete from notifications");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Pages_of_every_process_hear_of_a_new_notification_and_of_reading_it_elsewhere()
    {
        await using var one = await ProcessAsync();
        await using var other = await ProcessAsync();
        using var tab = one.Hub.Subscribe(People.Handler.UserId);
        using var secondTab = one.Hub.Subscribe(People.Handler.UserId);
        using var otherTab = other.Hub.Subscribe(People.Handler.UserId);
        using var colleague = other.Hub.Subscribe(People.UrbanHandler.UserId);
        foreach (var page in new[] { tab, secondTab, otherTab, colleague })
            (await NextAsync(page)).ShouldBe(0);

        await portal.MakeAsync(CaseState.Dispatched);
        await portal.DrainAsync();
        foreach (var page in new[] { tab, secondTab, otherTab })
            (await NextAsync(page)).ShouldBe(1);
        (one.Hub.Known(People.Handler.UserId), other.Hub.Known(People.UrbanHandler.UserId)).ShouldBe((1, 0));

        await portal.Get<NotificationService>().ReadAsync(People.Handler, null);
        foreach (var page in new[] { tab, secondTab, otherTab })
            (await NextAsync(page)).ShouldBe(0);
    }

    [Fact]
    public async Task A_page_that_is_closed_is_forgotten()
    {
        await using var process = await ProcessAsync();
        var page = process.Hub.Subscribe(People.Handler.UserId);
        process.Hub.Pages.ShouldBe(1);
        page.Dispose();
        page.Dispose();

        process.Hub.Pages.ShouldBe(0);
        process.Hub.Known(People.Handler.UserId).ShouldBeNull();
    }

    [Fact]
    public async Task After_a_cut_of_the_line_it_listens_again_and_catches_up_with_what_it_missed()
    {
        await using var process = await ProcessAsync();
        using var page = process.Hub.Subscribe(People.UrbanHandler.UserId);
        (await NextAsync(page)).ShouldBe(0);

        // Missed: told while nobody listens.
        await portal.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and pid <> pg_backend_pid()");
        await portal.MakeAsync(CaseState.Dispatched, lead: People.Urban);
        await portal.DrainAsync();
        await HearsAsync(page, 1);

        // And heard again.
        await portal.MakeAsync(CaseState.Dispatched, lead: People.Urban);
        await portal.DrainAsync();
        await HearsAsync(page, 2);
    }

    [Fact]
    public async Task A_burst_for_hundreds_of_people_is_counted_in_few_statements()
    {
        await using var process = await ProcessAsync();
        var people = Enumerable.Range(0, 300).Select(_ => Guid.NewGuid()).ToList();
        var pages = people.Select(process.Hub.Subscribe).ToList();
        foreach (var page in pages)
            (await NextAsync(page)).ShouldBe(0);

        process.Counted.Clear();
        for (var i = 0; i < 50; i++)
            process.Hub.Changed(people);
        foreach (var page in pages)
            await NextAsync(page);
        process.Counted.Count.ShouldBeInRange(1, 3);
        pages.ForEach(p => p.Dispose());
    }

    // A number that was counted before may come once more when the line is found again.
    private static async Task HearsAsync(IUnreadSubscription page, int number)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await page.NextAsync(patience.Token) != number)
        {
        }
    }

    private static async Task<int> NextAsync(IUnreadSubscription page)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await page.NextAsync(patience.Token);
    }

    private async Task<Process> ProcessAsync()
    {
        var process = new Process(portal);
        await process.StartAsync();
        return process;
    }

    /// <summary>Hub and listener as each process of the portal has them.</summary>
    private sealed class Process : IAsyncDisposable, INotificationQueries
    {
        private readonly PortalServices _portal;
        private readonly UnreadListener _listener;

        public Process(PortalServices portal)
        {
            _portal = portal;
            Hub = new UnreadHub(this, NullLogger<UnreadHub>.Instance);
            _listener = new UnreadListener(portal.Get<DatabaseConnection>(), Hub, NullLogger<UnreadListener>.Instance);
        }

        public UnreadHub Hub { get; }

        public List<int> Counted { get; } = [];

        private INotificationQueries Real => _portal.Get<INotificationQueries>();

        public Task StartAsync() => _listener.StartAsync(CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await _listener.StopAsync(CancellationToken.None);
            _listener.Dispose();
            Hub.Dispose();
        }

        public Task<IReadOnlyDictionary<Guid, int>> CountUnreadAsync(IReadOnlyCollection<Guid> recipients, CancellationToken ct)
        {
            Counted.Add(recipients.Count);
            return Real.CountUnreadAsync(recipients, ct);
        }

        public Task<Page<NotificationRow>> ListAsync(
            Guid recipient, Application.Cases.CaseVisibility visibility, bool unreadOnly, PageRequest page, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<CaseNumber?> OpenAsync(Guid recipient, Application.Cases.CaseVisibility visibility, Guid id, DateTimeOffset at, CancellationToken ct) =>
            throw new NotSupportedException();

        public Task<int> ReadAsync(Guid recipient, Guid? id, DateTimeOffset at, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> TellsOfSubmissionsAsync(Guid recipient, CancellationToken ct) => throw new NotSupportedException();

        public Task<int> ReadOfSubmissionsAsync(Guid recipient, DateTimeOffset at, CancellationToken ct) => throw new NotSupportedException();

        public Task<int> ClearAsync(DateTimeOffset readBefore, DateTimeOffset before, CancellationToken ct) => throw new NotSupportedException();
    }
}
