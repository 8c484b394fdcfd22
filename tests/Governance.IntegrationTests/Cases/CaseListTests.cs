using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>Lists: order, keyset paging, each filter.</summary>
public sealed class CaseListTests(CaseListTests.ManyCases many) : IClassFixture<CaseListTests.ManyCases>
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    // Sees the whole county and works for the body that runs all the cases.
    private static readonly Governance.Domain.Platform.Actor Viewer = People.Centre with { BodyCode = People.Clerk.BodyCode };

    private PortalServices Portal => many.Portal;

    [Theory]
    [InlineData(CaseSort.Newest, 7)]
    [InlineData(CaseSort.DueFirst, 7)]
    [InlineData(CaseSort.Newest, 1)]
    [InlineData(CaseSort.DueFirst, 40)]
    public async Task Paging_walks_over_every_row_once_forward_and_back_even_where_moments_are_equal(CaseSort sort, int size)
    {
        var criteria = new CaseListCriteria { Sort = sort };
        var whole = await PageAsync(criteria, new PageRequest(Size: 200));
        whole.Next.ShouldBeNull();
        whole.Rows.Select(r => r.RegisteredAt).Distinct().Count().ShouldBeLessThan(whole.Rows.Count / 2);

        var forward = new List<CaseRow>();
        var page = await PageAsync(criteria, new PageRequest(Size: size));
        page.Previous.ShouldBeNull();
        for (; ; page = await PageAsync(criteria, new PageRequest(page.Next, Size: size)))
        {
            forward.AddRange(page.Rows);
            if (page.Next is null)
                break;
            page.Rows.Count.ShouldBe(size);
        }
        forward.Select(r => r.Id).ShouldBe(whole.Rows.Select(r => r.Id));

        var back = new List<CaseRow>(page.Rows);
        while (page.Previous is not null)
        {
            page = await PageAsync(criteria, new PageRequest(page.Previous, Backwards: true, size));
            back.InsertRange(0, page.Rows);
        }
        back.Select(r => r.Id).ShouldBe(whole.Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Newest_comes_first_and_due_first_shows_open_cases_by_deadline()
    {
        var newest = await PageAsync(new CaseListCriteria());
        newest.Rows.Select(r => r.RegisteredAt).ShouldBeInOrder(SortDirection.Descending);
        newest.Total.ShouldBe(ManyCases.Count);

        var due = await PageAsync(new CaseListCriteria { Sort = CaseSort.DueFirst });
        due.Rows.Select(r => r.DueAt).ShouldBeInOrder(SortDirection.Ascending);
        due.Rows.ShouldAllBe(r => r.State.IsOpen());
        due.Total.ShouldBe(newest.Rows.Count(r => r.State.IsOpen()));
    }

    [Fact]
    public async Task A_case_that_arrives_meanwhile_shifts_no_page()
    {
        var first = await PageAsync(new CaseListCriteria(), new PageRequest(Size: 10));
        var expected = await PageAsync(new CaseListCriteria(), new PageRequest(first.Next, Size: 10));
        var number = await Portal.MakeAsync(CaseState.Registered, at: Monday.AddDays(30));
        try
        {
            (await PageAsync(new CaseListCriteria(), new PageRequest(first.Next, Size: 10))).Rows.Select(r => r.Id)
                .ShouldBe(expected.Rows.Select(r => r.Id));
        }
        finally
        {
            await Portal.ExecuteAsync("delete from cases where number = $1", number.Value);
        }
    }

    [Fact]
    public async Task Each_filter_finds_exactly_what_it_names()
    {
        var all = (await PageAsync(new CaseListCriteria(), new PageRequest(Size: 200))).Rows;
        var now = Portal.Clock.Now;

        foreach (var state in Enum.GetValues<CaseState>())
            await FindsAsync(new CaseListCriteria { State = state }, all, r => r.State == state);
        foreach (var channel in Enum.GetValues<CaseChannel>())
            await FindsAsync(new CaseListCriteria { Channel = channel }, all, r => r.Channel == channel, mayBeEmpty: true);
        foreach (var urgency in Enum.GetValues<CaseUrgency>())
            await FindsAsync(new CaseListCriteria { Urgency = urgency }, all, r => r.Urgency == urgency);
        await FindsAsync(new CaseListCriteria { Category = "0301" }, all, r => r.CategoryCode == "0301");
        await FindsAsync(new CaseListCriteria { Category = "09" }, all, r => r.CategoryCode.StartsWith("09", StringComparison.Ordinal));
        await FindsAsync(new CaseListCriteria { Phase = CasePhase.Open }, all, r => r.State.IsOpen());
        await FindsAsync(new CaseListCriteria { Phase = CasePhase.Closed }, all, r => r.ClosedAt is not null);
        await FindsAsync(new CaseListCriteria { Phase = CasePhase.Refused }, all, r => r.State == CaseState.Refused);
        await FindsAsync(new CaseListCriteria { Timeliness = CaseTimeliness.Overdue }, all, r => r.State.IsOpen() && r.DueAt < now);
        await FindsAsync(
            new CaseListCriteria { Timeliness = CaseTimeliness.DueSoon }, all,
            r => r.State.IsOpen() && r.DueAt >= now && r.DueAt <= new DateTimeOffset(2026, 3, 13, 9, 30, 0, TimeSpan.Zero));
        await FindsAsync(new CaseListCriteria { Timeliness = CaseTimeliness.ClosedOnTime }, all, r => r.ClosedAt <= r.DueAt);
        await FindsAsync(new CaseListCriteria { Timeliness = CaseTimeliness.ClosedLate }, all, r => r.ClosedAt > r.DueAt, mayBeEmpty: true);
        foreach (var area in new[] { People.Village, People.Township, People.OtherTownship, People.County, People.City })
            await FindsAsync(new CaseListCriteria { Area = AreaCode.Parse(area) }, all, r => AreaCode.Parse(area).Contains(r.Place));
        await FindsAsync(new CaseListCriteria { Area = AreaCode.Parse(People.OtherCounty) }, all, _ => false, mayBeEmpty: true);
    }

    [Fact]
    public async Task Days_are_chinese_days_and_both_ends_count()
    {
        var all = (await PageAsync(new CaseListCriteria(), new PageRequest(Size: 200))).Rows;
        DateOnly DayOf(CaseRow row) => DateOnly.FromDateTime(row.RegisteredAt.UtcDateTime.AddHours(8));

        await FindsAsync(new CaseListCriteria { From = new(2026, 3, 10), To = new(2026, 3, 10) }, all, r => DayOf(r) == new DateOnly(2026, 3, 10));
        await FindsAsync(new CaseListCriteria { From = new(2026, 3, 11) }, all, r => DayOf(r) >= new DateOnly(2026, 3, 11));
        await FindsAsync(new CaseListCriteria { To = new(2026, 3, 9) }, all, r => DayOf(r) <= new DateOnly(2026, 3, 9));
        await FindsAsync(new CaseListCriteria { From = DateOnly.MinValue, To = DateOnly.MaxValue }, all, _ => true);
    }

    [Fact]
    public async Task Mine_are_the_cases_that_wait_for_my_body_now()
    {
        var all = (await PageAsync(new CaseListCriteria(), new PageRequest(Size: 200))).Rows;
        CaseState[] running = [CaseState.Registered, CaseState.Accepted, CaseState.Verifying, CaseState.Verified];

        var mine = await PageAsync(new CaseListCriteria { View = CaseView.Mine }, new PageRequest(Size: 200));
        mine.Rows.ShouldNotBeEmpty();
        mine.Rows.ShouldAllBe(r => running.Contains(r.State));
        mine.Rows.Count.ShouldBe(all.Count(r => running.Contains(r.State)));

        var handlers = (await Portal.Reads.ListAsync(
            People.Handler, new CaseListCriteria { View = CaseView.Mine }, new PageRequest(Size: 200))).Value;
        handlers.Rows.Count.ShouldBe(all.Count(r => r.State is CaseState.Consulting or CaseState.Dispatched or CaseState.Handling));
    }

    [Fact]
    public async Task My_area_is_the_area_of_my_body()
    {
        var clerk = People.Person(Governance.Domain.Platform.Role.CentreStaff, People.Township + "-office", People.City);

        var rows = (await Portal.Reads.ListAsync(clerk, new CaseListCriteria { View = CaseView.Area }, new PageRequest(Size: 200))).Value.Rows;

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => AreaCode.Parse(People.Township).Contains(r.Place));
    }

    [Fact]
    public async Task The_figures_of_the_workbench_are_those_of_the_lists_behind_them()
    {
        var figures = (await Portal.Reads.CountWorkAsync(Viewer)).ShouldNotBeNull();
        async Task<int> CountAsync(CaseListCriteria criteria) => (await PageAsync(criteria with { View = CaseView.Mine })).Total!.Value;

        figures.ToAccept.ShouldBe(await CountAsync(new CaseListCriteria { State = CaseState.Registered }));
        figures.ToDispatch.ShouldBe(await CountAsync(new CaseListCriteria { State = CaseState.Accepted }));
        figures.ToVerify.ShouldBe(await CountAsync(new CaseListCriteria { State = CaseState.Verifying }));
        figures.Waiting.ShouldBe(await CountAsync(new CaseListCriteria()));
        figures.Overdue.ShouldBe(await CountAsync(new CaseListCriteria { Timeliness = CaseTimeliness.Overdue }));
        figures.DueSoon.ShouldBe(await CountAsync(new CaseListCriteria { Timeliness = CaseTimeliness.DueSoon }));
        figures.Overdue.ShouldBeGreaterThan(0);
        figures.DueSoon.ShouldBeGreaterThan(figures.DueToday);
        (await Portal.Reads.CountWorkAsync(People.Handler)).ShouldNotBeNull().ToSign.ShouldBeGreaterThan(0);
        (await Portal.Reads.CountWorkAsync(People.CentreElsewhere)).ShouldBe(new WorkbenchFigures(0, 0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task A_cursor_in_chinese_time_means_the_same_moment()
    {
        var first = await PageAsync(new CaseListCriteria(), new PageRequest(Size: 10));
        var expected = await PageAsync(new CaseListCriteria(), new PageRequest(first.Next, Size: 10));
        var cursor = PageCursor.Of(first.Rows[^1].RegisteredAt.ToOffset(TimeSpan.FromHours(8)), first.Rows[^1].Id);

        (await PageAsync(new CaseListCriteria(), new PageRequest(cursor, Size: 10))).Rows.ShouldBe(expected.Rows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("第 3")]
    public async Task A_row_of_another_list_leads_to_the_first_page(string? text)
    {
        var criteria = new CaseListCriteria { Text = text };
        var first = await PageAsync(criteria, new PageRequest(Size: 10));
        var foreign = new PageCursor("WANG.HAIYAN", Guid.NewGuid());

        foreach (var backwards in new[] { false, true })
        {
            var page = await PageAsync(criteria, new PageRequest(foreign, backwards, Size: 10));
            page.Rows.ShouldBe(first.Rows);
            (page.Previous, page.Next).ShouldBe((first.Previous, first.Next));
        }
    }

    private async Task FindsAsync(CaseListCriteria criteria, IReadOnlyList<CaseRow> all, Func<CaseRow, bool> named, bool mayBeEmpty = false)
    {
        var page = await PageAsync(criteria, new PageRequest(Size: 200));
        page.Rows.Select(r => r.Id).ShouldBe(all.Where(named).Select(r => r.Id), criteria.ToString());
        page.Total.ShouldBe(page.Rows.Count);
        if (!mayBeEmpty)
            page.Rows.ShouldNotBeEmpty(criteria.ToString());
    }

    private async Task<Page<CaseRow>> PageAsync(CaseListCriteria criteria, PageRequest? page = null)
    {
        var found = await Portal.Reads.ListAsync(Viewer, criteria, page ?? new PageRequest(Size: 200));
        found.Errors.ShouldBeEmpty();
        return found.Value;
    }

    /// <summary>A hundred and twenty cases in every state; four share each moment.</summary>
    public sealed class ManyCases : IAsyncLifetime
    {
        /// <summary>How many.</summary>
        public const int Count = Made + 2;

        private const int Made = 120;

        /// <summary>The portal.</summary>
        public PortalServices Portal { get; } = new();

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            await Portal.InitializeAsync();
            string[] places = [People.Village, "150102001002", "150102002001", "150102002002"];
            string[] categories = ["0301", "0902", "0101"];
            for (var i = 0; i < Made; i++)
            {
                var facts = CaseMaker.Facts with
                {
                    Title = $"第 {i} 件", Place = AreaCode.Parse(places[i % 4]), CategoryCode = categories[i % 3],
                    Channel = (CaseChannel)(1 + i % 10), Urgency = (CaseUrgency)(1 + i % 3),
                };
                await Portal.MakeAsync((CaseState)(1 + i % 11), facts, at: Monday.AddHours(5 * (i / 4)));
            }
            // A repeat and its lead.
            await Portal.MakeAsync(CaseState.Merged);
            Portal.Clock.Now = new DateTimeOffset(2026, 3, 12, 2, 0, 0, TimeSpan.Zero);
        }

        /// <inheritdoc />
        public Task DisposeAsync() => Portal.DisposeAsync();
    }
}
