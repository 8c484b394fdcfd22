using System.Data.Common;
using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Security;

namespace Governance.UnitTests.Web;

public sealed class AccountCacheTests
{
    private readonly Clock _clock = new();
    private readonly Accounts _accounts = new();
    private readonly SignInTicket _ticket = new(Accounts.Id, "first");

    [Fact]
    public async Task A_burst_of_commands_reads_the_account_once()
    {
        var cache = new AccountCache(_accounts, _clock);
        for (var i = 0; i < 100; i++)
            (await cache.FindAsync(_ticket)).ShouldNotBeNull();

        _accounts.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_works_after_three_seconds()
    {
        var cache = new AccountCache(_accounts, _clock);
        await cache.FindAsync(_ticket);
        _accounts.State = _accounts.State! with { IsSuspended = true };

        (await cache.FindAsync(_ticket)).ShouldNotBeNull();
        _clock.Now += AccountCache.MaximumAge;
        (await cache.FindAsync(_ticket)).ShouldBeNull();
    }

    [Fact]
    public async Task A_sign_in_newer_than_what_is_kept_is_let_in_at_once()
    {
        var cache = new AccountCache(_accounts, _clock);
        await cache.FindAsync(_ticket);
        _accounts.State = _accounts.State! with { SecurityStamp = "second" };

        (await cache.FindAsync(_ticket with { SecurityStamp = "second" })).ShouldNotBeNull();
        (await cache.FindAsync(_ticket)).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_account_is_nobody()
    {
        _accounts.State = null;

        (await new AccountCache(_accounts, _clock).FindAsync(_ticket)).ShouldBeNull();
    }

    [Fact]
    public async Task While_the_database_is_away_an_open_page_keeps_its_person_but_not_for_ever()
    {
        var cache = new AccountCache(_accounts, _clock);
        await cache.FindAsync(_ticket);
        _accounts.Fault = new DatabaseAway();

        _clock.Now += TimeSpan.FromMinutes(5);
        (await cache.FindAsync(_ticket)).ShouldNotBeNull();
        _clock.Now += TimeSpan.FromMinutes(6);
        await Should.ThrowAsync<DatabaseAway>(() => cache.FindAsync(_ticket));
    }

    private sealed class DatabaseAway : DbException;

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Accounts : IAccountReader
    {
        public static readonly Guid Id = Guid.NewGuid();

        public AccountState? State { get; set; } = new(
            new Actor(Id, "a", "甲", Role.Leader, "x", "单位", AreaCode.Parse("150100000000")), "first", IsSuspended: false, MustChangePassword: false);

        public Exception? Fault { get; set; }

        public int Reads { get; private set; }

        public Task<AccountState?> FindAsync(Guid userId, CancellationToken ct = default)
        {
            Reads++;
            return Fault is null ? Task.FromResult(State) : Task.FromException<AccountState?>(Fault);
        }
    }
}
