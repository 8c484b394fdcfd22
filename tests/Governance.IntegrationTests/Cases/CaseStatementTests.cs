using System.Globalization;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Cases;

/// <summary>What the hot pages cost the database: few statements (B01), each on an index.</summary>
public sealed class CaseStatementTests(CaseStatementTests.ThousandsOfCases cases, ITestOutputHelper output)
    : IClassFixture<CaseStatementTests.ThousandsOfCases>
{
    private PortalServices Portal => cases.Portal;

    [Fact]
    public async Task A_list_takes_at_most_three_statements() =>
        await CostsAsync("list", 3, () => Portal.Reads.ListAsync(People.Centre, new CaseListCriteria { Text = "停暖" }, new PageRequest()));

    [Fact]
    public async Task A_detail_page_takes_at_most_three_statements() =>
        await CostsAsync("detail", 3, () => Portal.Reads.FindAsync(People.Centre, cases.Known));

    [Fact]
    public async Task The_head_of_a_case_takes_one_statement_so_that_its_side_may_take_two() =>
        await CostsAsync("head", 1, () => Portal.Reads.FindHeadAsync(People.Centre, cases.Known));

    [Fact]
    public async Task The_workbench_takes_at_most_three_statements() =>
        await CostsAsync("workbench", 3, async () =>
        {
            await Portal.Reads.CountWorkAsync(People.Clerk);
            await Portal.Reads.ListAsync(People.Clerk, new CaseListCriteria { View = CaseView.Mine, Sort = CaseSort.DueFirst }, new PageRequest(Size: 15) { WithTotal = false });
        });

    [Fact]
    public async Task Suggestions_of_repeats_take_one_statement() =>
        await CostsAsync("suggestions", 1, () => SuggestAsync("小区停暖三天"));

    [Fact]
    public async Task Groups_of_repeats_and_the_tab_of_a_case_take_one_statement_each()
    {
        await CostsAsync("groups", 1, () => Portal.Get<RepeatReadService>().FindGroupsAsync(People.Centre, null));
        var (id, _) = await Portal.IdentifyAsync(cases.Known);
        await CostsAsync("standing", 1, () => Portal.Get<RepeatReadService>().StandingAsync(People.Centre, id));
    }

    [Fact]
    public async Task An_export_reads_its_rows_in_one_statement_however_many_there_are() =>
        await CostsAsync("export", 2, async () => (await (await Portal.Reads.ExportAsync(People.Centre, new CaseListCriteria())).Value.CountAsync())
            .ShouldBeGreaterThan(900));

    [Fact]
    public async Task A_step_takes_few_statements()
    {
        var number = await Portal.RegisterAsync(People.Clerk);
        await CostsAsync("step", 4, () => Portal.TakeAsync(People.Clerk, number, CaseStepKind.Accept));
    }

    public static TheoryData<string, string, CaseSort, string> Orders() => new()
    {
        { "county", People.County, CaseSort.Newest, "ix_cases_county_code_registered_at_id" },
        { "county", People.County, CaseSort.DueFirst, "ix_cases_county_code_due_at_id" },
        { "township", People.Township, CaseSort.Newest, "ix_cases_township_code_registered_at_id" },
        { "township", People.Township, CaseSort.DueFirst, "ix_cases_township_code_due_at_id" },
        { "village", People.Village, CaseSort.Newest, "ix_cases_area_code_registered_at_id" },
        { "village", People.Village, CaseSort.DueFirst, "ix_cases_area_code_due_at_id" },
        { "city", People.City, CaseSort.Newest, "ix_cases_registered_at_id" },
        { "city", People.City, CaseSort.DueFirst, "ix_cases_due_at_id" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_list_of_an_area_comes_off_an_index_in_its_order(string level, string scope, CaseSort sort, string index)
    {
        var reader = People.Person(Role.Leader, scope + "-gov", scope);
        var first = (await Portal.Reads.ListAsync(reader, new CaseListCriteria { Sort = sort }, new PageRequest())).Value;

        foreach (var page in new[] { new PageRequest(), new PageRequest(first.Next ?? PageCursor.Of(first.Rows[^1].DueAt, first.Rows[^1].Id)) })
        {
            var sent = await Portal.Sql.HearAsync(() => Portal.Reads.ListAsync(reader, new CaseListCriteria { Sort = sort }, page));
            var plan = await Portal.ExplainAsync(sent[0]);
            output.WriteLine($"{level} {sort}: {plan}");
            plan.ShouldContain(index);
            plan.ShouldNotContain("Sort");
            plan.ShouldNotContain("Seq Scan");
        }
    }

    [Fact]
    public async Task The_cases_a_body_handles_come_off_an_index_in_their_order()
    {
        foreach (var (sort, index) in new[]
            { (CaseSort.Newest, "ix_cases_lead_body_code_registered_at_id"), (CaseSort.DueFirst, "ix_cases_lead_body_code_due_at_id") })
        {
            var sent = await Portal.Sql.HearAsync(() =>
                Portal.Reads.ListAsync(People.Handler, new CaseListCriteria { Sort = sort }, new PageRequest()));
            sent.Count.ShouldBe(3, "what the body takes part in, the rows, their number");
            (await Portal.ExplainAsync(sent[1])).ShouldContain(index);
        }
    }

    [Theory]
    [InlineData(CaseMeasure.Returned, null, "ix_cases_returned")]
    [InlineData(CaseMeasure.Redone, null, "ix_cases_redone")]
    [InlineData(CaseMeasure.Unsolved, null, "ix_cases_unsolved")]
    [InlineData(CaseMeasure.RespondedLate, null, "ix_cases_responded_late")]
    [InlineData(null, "housing", "ix_cases_department")]
    public async Task A_list_behind_a_rare_figure_comes_off_an_index(CaseMeasure? measure, string? department, string index)
    {
        var sent = await Portal.Sql.HearAsync(() => Portal.Reads.ListAsync(
            People.CityCentre, new CaseListCriteria { Measure = measure, Department = department }, new PageRequest()));

        (await Portal.ExplainAsync(sent[0])).ShouldContain(index);
    }

    [Fact]
    public async Task A_search_goes_through_the_index_of_bigrams()
    {
        var sent = await Portal.Sql.HearAsync(() =>
            Portal.Reads.ListAsync(People.CityCentre, new CaseListCriteria { Text = "第 318" }, new PageRequest()));

        (await Portal.ExplainAsync(sent[0])).ShouldContain("ix_cases_text_by_month");
    }

    [Fact]
    public async Task Suggestions_go_through_the_index_of_open_texts()
    {
        var sent = await Portal.Sql.HearAsync(() => SuggestAsync("路灯不亮已三周"));

        (await Portal.ExplainAsync(sent[^1])).ShouldContain("ix_cases_open_text");
    }

    private Task<IReadOnlyList<RepeatSuggestion>> SuggestAsync(string title) => Portal.Get<RepeatReadService>().SuggestAsync(
        People.CityCentre, new RepeatQuestion(title, "", CaseMaker.Facts.Place, Portal.Clock.Now));

    [Fact]
    public async Task A_case_is_found_by_its_number_and_by_its_key_on_an_index()
    {
        var detail = await Portal.Sql.HearAsync(() => Portal.Reads.FindAsync(People.Centre, cases.Known));
        (await Portal.ExplainAsync(detail[0])).ShouldContain("ix_cases_number");

        var lookup = await Portal.Sql.HearAsync(() => Portal.Reads.LookUpAsync(cases.Known.Value, "1234"));
        (await Portal.ExplainAsync(lookup[0])).ShouldContain("ix_cases_number");

        var form = CaseMaker.Form();
        var first = await Portal.Sql.HearAsync(() => Portal.Cases.RegisterAsync(People.Clerk, form));
        first.ShouldNotContain(s => s.Text.Contains("submission_key =", StringComparison.Ordinal), "a form is looked for only when its key was there");
        var again = await Portal.Sql.HearAsync(() => Portal.Cases.RegisterAsync(People.Clerk, form));
        (await Portal.ExplainAsync(again.Single(s => s.Text.Contains("submission_key =", StringComparison.Ordinal)))).ShouldContain("ix_cases_submission_key");
    }

    [Fact]
    public async Task The_workbench_counts_on_indexes_of_the_own_body()
    {
        var sent = await Portal.Sql.HearAsync(() => Portal.Reads.CountWorkAsync(People.Clerk));

        var plan = await Portal.ExplainAsync(sent[0]);
        output.WriteLine(plan);
        plan.ShouldNotContain("Seq Scan");
    }

    private async Task CostsAsync(string page, int most, Func<Task> act)
    {
        var sent = await Portal.Sql.HearAsync(act);
        output.WriteLine($"{page}: {sent.Count} statements");
        sent.Count.ShouldBeInRange(1, most, string.Join("\n\n", sent.Select(s => s.Text)));
    }

    /// <summary>Three thousand cases over three counties.</summary>
    public sealed class ThousandsOfCases : IAsyncLifetime
    {
        private const int Count = 3000;

        /// <summary>The portal.</summary>
        public PortalServices Portal { get; } = new();

        /// <summary>One of them, with a long timeline.</summary>
        public CaseNumber Known { get; private set; } = null!;

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            await Portal.InitializeAsync();
            Known = await Portal.MakeAsync(CaseState.Archived);
            var pattern = await Portal.MakeAsync(CaseState.Handling);
            var villages = Portal.Pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code.Value)
                .Where(v => string.CompareOrdinal(v, "150105") < 0).ToList();
            // One village has enough of them for several pages.
            villages.AddRange(Enumerable.Repeat(People.Village, villages.Count / 8));
            // A copy of one lawful case, moved about: the planner needs many rows, not many histories.
            var columns = string.Join(", ", await Portal.ColumnAsync<string>("""
                select quote_ident(column_name) from information_schema.columns
                where table_name = 'cases' and is_generated = 'NEVER'
                  and column_name not in ('id', 'number', 'title', 'area_code', 'submission_key', 'registered_at', 'due_at', 'state', 'lead_body_code')
                """));
            await Portal.ExecuteAsync($"""
                insert into cases (id, number, title, area_code, submission_key, registered_at, due_at, state, lead_body_code, {columns})
                select gen_random_uuid(), ($3::text[])[n], '第 ' || n || ' 件 路灯不亮', ($2::text[])[1 + n % cardinality($2::text[])], gen_random_uuid(),
                  registered_at - n * interval '7 minutes', due_at - n % 500 * interval '1 hour',
                  (array['Registered', 'Accepted', 'Dispatched', 'Handling', 'Verifying', 'Closed', 'Archived'])[1 + n % 7],
                  case when n % 16 = 0 then lead_body_code end, {columns}
                from cases, generate_series(1, {Count.ToString(CultureInfo.InvariantCulture)}) n where number = $1
                """, pattern.Value, villages.ToArray(), Enumerable.Range(1, Count).Select(n => CaseNumber.Create(CaseMaker.Facts.Place, 2025, n).Value).ToArray());
            await Portal.ExecuteAsync("analyze cases");
        }

        /// <inheritdoc />
        public Task DisposeAsync() => Portal.DisposeAsync();
    }
}
