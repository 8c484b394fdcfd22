using Governance.Infrastructure.Dashboards;
using Governance.IntegrationTests.Support;
using Npgsql;

namespace Governance.IntegrationTests.Dashboards;

/// <summary>The tallies behind the leader's page never differ from a recount, whatever is done to the cases.</summary>
public sealed class CaseTallyTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly string[] Places = ["150102001001", "150102001002", "150102002001", "150103001001", "150172401001", "150102003000", "150104000000"];
    private static readonly string[] Leaves = ["0101", "0102", "0201", "0301"];

    private readonly PostgresFixture _postgres = new();

    public Task InitializeAsync() => _postgres.InitializeAsync();

    public Task DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task They_equal_a_recount_after_every_kind_of_change()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 3_000, 0.1, Places, Leaves, Now);
        await ShouldEqualRecountAsync();
        foreach (var change in new[]
        {
            "update cases set state = 'Closed', closed_at = due_at + interval '1 day' where random() < 0.2 and is_open",
            "update cases set state = 'Handling', closed_at = null where random() < 0.1",
            "update cases set due_at = due_at + interval '30 days' where random() < 0.3",
            "update cases set due_at = date_trunc('day', due_at) where random() < 0.5",
            "update cases set area_code = '150102002001', category_code = '0301' where random() < 0.2",
            "update cases set channel = 'Web', registered_at = registered_at - interval '20 days' where random() < 0.2",
            RandomCases.MergeSome,
            "update cases set closed_at = due_at where merged_into_id is not null and random() < 0.5",
            "update cases set merged_into_id = null, state = 'Accepted', closed_at = null where merged_into_id is not null and random() < 0.3",
            "update cases set title = '改了标题'",
            "update cases set is_restricted = true where random() < 0.3",
            "update cases set is_restricted = random() < 0.5, category_code = '0102' where random() < 0.3",
            "update cases set is_restricted = false where random() < 0.5",
            "delete from cases where random() < 0.3 and id not in (select merged_into_id from cases where merged_into_id is not null)",
        })
        {
            await ExecuteAsync(change);
            await ShouldEqualRecountAsync();
        }
        await RandomCases.AddAsync(_postgres.DataSource, 500, 0.2, Places, Leaves, Now);
        await ShouldEqualRecountAsync();
        await ExecuteAsync("truncate cases cascade");
        await ShouldEqualRecountAsync();
    }

    [Fact]
    public async Task They_equal_a_recount_after_people_changed_cases_at_the_same_time()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 1_000, 0.3, Places, Leaves, Now);

        await Parallel.ForAsync(0, 6, async (worker, ct) =>
        {
            for (var turn = 0; turn < 30; turn++)
                await RetryAsync(turn % 3 == 2
                    ? $"delete from cases where id in (select id from cases where abs(hashtext(id::text)) % 6 = {worker} limit 3)"
                    : $"""
                      update cases set state = case when is_open then 'Closed' else 'Handling' end, closed_at = case when is_open then now() end,
                        area_code = (array['150102001001', '150103001001'])[1 + floor(random() * 2)::int]
                      where id in (select id from cases where abs(hashtext(id::text || '{turn}')) % 6 = {worker} order by random() limit 20)
                      """);
        });

        await ShouldEqualRecountAsync();
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_leaves_no_trace()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 200, 0.4, Places, Leaves, Now);
        await using (var connection = await _postgres.DataSource.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await new NpgsqlCommand("delete from cases", connection).ExecuteNonQueryAsync();
            await transaction.RollbackAsync();
        }

        await ShouldEqualRecountAsync();
    }

    [Fact]
    public async Task They_equal_a_recount_when_changes_are_added_up_while_others_are_made()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 500, 0.4, Places, Leaves, Now);
        using var over = new CancellationTokenSource();
        var folders = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var folded = 0L;
            while (!over.IsCancellationRequested)
                folded += await TallyFolder.FoldAsync(_postgres.DataSource);
            return folded;
        })).ToList();

        await Parallel.ForAsync(0, 4, async (worker, ct) =>
        {
            for (var turn = 0; turn < 40; turn++)
                await RetryAsync($"""
                    update cases set channel = (array['Web', 'Hotline', 'Counter'])[1 + floor(random() * 3)::int]
                    where id in (select id from cases where abs(hashtext(id::text)) % 4 = {worker} order by random() limit 10)
                    """);
        });
        await over.CancelAsync();

        (await Task.WhenAll(folders)).Sum().ShouldBeGreaterThan(0);
        await ShouldEqualRecountAsync();
    }

    [Fact]
    public async Task The_recount_notices_a_single_wrong_tally_of_deadlines()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 50, 0.5, Places, Leaves, Now);
        await TallyFolder.FoldAsync(_postgres.DataSource);
        await ExecuteAsync("update case_due_tallies set open = open + 1 where ctid = (select min(ctid) from case_due_tallies)");

        (await CompareDueAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_change_of_what_is_not_counted_leaves_nothing_to_add_up()
    {
        await RandomCases.AddAsync(_postgres.DataSource, 50, 0.5, Places, Leaves, Now);
        await TallyFolder.FoldAsync(_postgres.DataSource);

        await ExecuteAsync("update cases set title = '改了标题', urged_at = now()");

        (await TallyFolder.FoldAsync(_postgres.DataSource)).ShouldBe(0);
    }

    [Theory]
    [InlineData("case_tallies")]
    [InlineData("case_day_tallies")]
    public async Task The_recount_notices_a_single_wrong_tally(string table)
    {
        await RandomCases.AddAsync(_postgres.DataSource, 50, 0.5, Places, Leaves, Now);
        await TallyFolder.FoldAsync(_postgres.DataSource);
        await ExecuteAsync($"update {table} set closed = closed + 1 where ctid = (select min(ctid) from {table})");

        (await CompareAsync(Monthly), await CompareAsync(Daily)).ShouldBe(table == Monthly.Table ? ((1, 1), (0, 0)) : ((0, 0), (1, 1)));
    }

    private static readonly (string Table, string Time, string Shown, string Areas) Monthly =
        ("case_tallies", "month", "YYYY-MM", "(substr(area_code, 1, 4), substr(area_code, 1, 6)), (substr(area_code, 1, 6), substr(area_code, 1, 9))");

    private static readonly (string Table, string Time, string Shown, string Areas) Daily =
        ("case_day_tallies", "day", "YYYY-MM-DD", "(substr(area_code, 1, 4), substr(area_code, 1, 6))");

    private async Task ShouldEqualRecountAsync()
    {
        await TallyFolder.FoldAsync(_postgres.DataSource);
        (await CompareAsync(Monthly), await CompareAsync(Daily), await CompareDueAsync()).ShouldBe(
            ((0, 0), (0, 0), (0, 0)), "missing or surplus tallies");
    }

    /// <summary>Counts again in another way, from the cases as they stand instead of from differences.</summary>
    private Task<(long Missing, long Surplus)> CompareAsync((string Table, string Time, string Shown, string Areas) kept) => DifferenceAsync($"""
        parts as (
          select c.*, to_char(c.registered_at + interval '8 hours', '{kept.Shown}') as time, areas.parent, areas.area, counted.dimension, counted.key
          from (select id, registered_at at time zone 'UTC' as registered_at, case when state <> 'Merged' then closed_at end as closed_at, due_at, state,
              area_code, category_code, channel, lead_body_code, case when state <> 'Merged' then responded_at end as responded_at,
              responded_on_time and state <> 'Merged' as responded_on_time, solved, satisfaction, reopened_by_reporter,
              case when state <> 'Merged' then return_count else 0 end as return_count,
              case when state <> 'Merged' then redone_count else 0 end as redone_count from cases where not is_restricted) c,
            lateral (values {kept.Areas}) areas (parent, area),
            lateral (values ('Category', substr(category_code, 1, 2)), ('Channel', channel), ('Department', case when lead_body_code is null then '' else split_part(lead_body_code, '-', 2) end)) counted (dimension, key)
        ), recount as (
          select parent, time, area, dimension, key, count(case when state <> 'Merged' then 1 end) as registered, count(closed_at) as closed,
            count(case when closed_at <= due_at then 1 end) as closed_on_time,
            count(case when state = 'Refused' or (state = 'Archived' and closed_at is null) then 1 end) as refused,
            count(responded_at) as responded, count(case when responded_on_time then 1 end) as on_time, count(solved) as asked,
            count(case when solved then 1 end) as solved, count(case when reopened_by_reporter or satisfaction is not null then 1 end) as rated,
            count(case when satisfaction <> 'Unsatisfied' then 1 end) as pleased, count(case when return_count <> 0 then 1 end) as returned,
            count(case when redone_count <> 0 then 1 end) as redone, count(*) as appeals
          from parts group by 1, 2, 3, 4, 5
        ), kept as (
          select parent_code, to_char({kept.Time}, '{kept.Shown}'), area_code, dimension, key, registered, closed, closed_on_time, refused,
            responded, responded_on_time, solved_asked, solved, rated, pleased, returned, redone, appeals
          from {kept.Table} where appeals <> 0 or registered <> 0 or closed <> 0 or refused <> 0 or responded <> 0
        )
        """);

    /// <summary>The same for open cases by deadline; a tally of none is one too many.</summary>
    private Task<(long Missing, long Surplus)> CompareDueAsync() => DifferenceAsync("""
        recount as (
          select areas.parent, due_at, areas.area, count(*)
          from cases, lateral (values (substr(area_code, 1, 4), substr(area_code, 1, 6)), (substr(area_code, 1, 6), substr(area_code, 1, 9))) areas (parent, area)
          where state not in ('Closed', 'Archived', 'Refused', 'Merged') and not is_restricted group by 1, 2, 3
        ), kept as (
          select parent_code, due_at, area_code, open from case_due_tallies
        )
        """);

    private async Task<(long Missing, long Surplus)> DifferenceAsync(string recountAndKept)
    {
        await using var command = _postgres.DataSource.CreateCommand($"""
            with {recountAndKept}
            select (select count(*) from (select * from recount except select * from kept) missing),
              (select count(*) from (select * from kept except select * from recount) surplus)
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _postgres.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // Statements over the same cases may lock each other out; the portal's unit of work tries again as well.
    private async Task RetryAsync(string sql)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync(sql);
                return;
            }
            catch (PostgresException fault) when (attempt < 20 && fault.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
            }
        }
    }
}
