using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Persistence;

/// <summary>The database goes away while people work, and comes back.</summary>
#pragma warning disable CA1001 // The runner calls DisposeAsync.
public sealed class StorageAwayTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly PortalServices _portal = new();
    private SwitchableProxy _way = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _way = new SwitchableProxy(_portal.Postgres.ConnectionString);
        await _portal.ReconnectAsync(_way.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _way.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_refusal_in_words_and_the_same_form_works_afterwards()
    {
        var form = CaseMaker.Form();
        await _portal.RegisterAsync(People.Clerk);
        _way.Cut();

        var refused = await _portal.Cases.RegisterAsync(People.Clerk, form);
        refused.Error.ShouldBeOfType<PlatformErrors.StorageUnavailable>();
        _way.Join();
        var made = await _portal.Cases.RegisterAsync(People.Clerk, form);

        made.Errors.ShouldBeEmpty();
        (await _portal.AskAsync<long>("select count(*) from cases")).ShouldBe(2);
        (await _portal.CountAuditAsync(made.Value)).ShouldBe(1);
    }

    [Theory]
    [InlineData("INSERT INTO case_steps")]
    [InlineData("INSERT INTO audit_entries")]
    [InlineData("case_number_counters")]
    [InlineData("INSERT INTO cases")]
    public async Task A_database_that_goes_away_in_the_middle_of_a_registration_keeps_nothing_of_it(string moment)
    {
        CutAt(moment);

        var refused = await _portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form());

        refused.Error.ShouldBeOfType<PlatformErrors.StorageUnavailable>();
        foreach (var table in new[] { "cases", "case_steps", "audit_entries", "case_number_counters" })
            (await _portal.AskAsync<long>($"select count(*) from {table}")).ShouldBe(0, table);
        _way.Join();
        (await _portal.RegisterAsync(People.Clerk)).Value.ShouldContain("-000001-");
    }

    [Fact]
    public async Task A_database_that_goes_away_in_the_middle_of_a_step_keeps_the_case_as_it_was()
    {
        var number = await _portal.RegisterAsync(People.Clerk);
        var (id, version) = await _portal.IdentifyAsync(number);
        CutAt("UPDATE cases");

        var step = new TakeStep(id, version, CaseStepKind.Accept, "");
        (await _portal.Cases.TakeStepAsync(People.Clerk, step)).Error.ShouldBeOfType<PlatformErrors.StorageUnavailable>();

        (await _portal.StateOfAsync(number)).ShouldBe("Registered");
        (await _portal.CountAuditAsync(number)).ShouldBe(1);
        _way.Join();
        (await _portal.Cases.TakeStepAsync(People.Clerk, step)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_read_says_that_the_database_is_away()
    {
        var number = await _portal.RegisterAsync(People.Clerk, name: "张三", phone: "13812345678");
        var export = (await _portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria())).Value;
        _way.Cut();

        await AwayAsync(() => _portal.Reads.ListAsync(People.Clerk, new CaseListCriteria(), new PageRequest()));
        await AwayAsync(() => _portal.Reads.FindAsync(People.Clerk, number));
        await AwayAsync(() => _portal.Reads.CountWorkAsync(People.Clerk));
        await AwayAsync(() => _portal.Get<RepeatReadService>().SuggestAsync(
            People.Clerk, new RepeatQuestion("小区停暖", "", CaseMaker.Facts.Place, _portal.Clock.Now)));
        await AwayAsync(() => _portal.Reads.LookUpAsync(number.Value, "5678"));
        await AwayAsync(() => export.CountAsync().AsTask());
        (await _portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria())).Error.ShouldBeOfType<PlatformErrors.StorageUnavailable>();

        _way.Join();
        (await _portal.Reads.ListAsync(People.Clerk, new CaseListCriteria(), new PageRequest())).Value.Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_was_started_again_costs_nobody_an_error()
    {
        // Many idle connections, all of them broken by the restart without the pool having noticed.
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => _portal.RegisterAsync(People.Clerk))));
        _way.Hang();

        for (var i = 0; i < 6; i++)
        {
            (await _portal.Reads.ListAsync(People.Clerk, new CaseListCriteria(), new PageRequest())).Value.Total.ShouldBe(12 + i);
            (await _portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form())).Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Sessions_ended_by_an_administrator_cost_nobody_an_error()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => _portal.RegisterAsync(People.Clerk))));
        await _portal.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        for (var i = 0; i < 6; i++)
        {
            (await _portal.Reads.ListAsync(People.Clerk, new CaseListCriteria(), new PageRequest())).Value.Total.ShouldBe(12 + i);
            (await _portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form())).Errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_person_who_leaves_the_page_is_not_told_that_the_database_is_away()
    {
        using var left = new CancellationTokenSource();
        _portal.Sql.Before = sql =>
        {
            if (sql.Contains("INSERT INTO case_steps", StringComparison.Ordinal))
                left.Cancel();
            return Task.CompletedTask;
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(), left.Token));

        _portal.Sql.Before = null;
        (await _portal.AskAsync<long>("select count(*) from cases")).ShouldBe(0);
        _portal.Log.Lines.ShouldNotContain(line => line.Contains("not available", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bug_is_not_taken_for_a_database_that_is_away()
    {
        await _portal.ExecuteAsync("alter table cases rename column title to heading");

        await Should.ThrowAsync<Npgsql.PostgresException>(() => _portal.Reads.CountWorkAsync(People.Clerk).ContinueWith(_ =>
            _portal.Reads.ListAsync(People.Clerk, new CaseListCriteria(), new PageRequest())).Unwrap());
    }

    private void CutAt(string moment) => _portal.Sql.Before = sql =>
    {
        if (sql.Contains(moment, StringComparison.Ordinal))
        {
            _portal.Sql.Before = null;
            _way.Cut();
        }
        return Task.CompletedTask;
    };

    private static Task<StorageUnavailableException> AwayAsync(Func<Task> read) => Should.ThrowAsync<StorageUnavailableException>(read);
}
