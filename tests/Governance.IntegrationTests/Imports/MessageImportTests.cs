using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Imports;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Imports;

namespace Governance.IntegrationTests.Imports;

/// <summary>A portal into which the sample was imported once.</summary>
public sealed class ImportedMessages : IAsyncLifetime
{
    public ImportPortal Portal { get; private set; } = null!;

    public ImportReport Report { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await ImportPortal.StartAsync();
        Report = await Portal.Get<MessageImport>().RunAsync(MessageSample.Best.Path);
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}

public sealed class MessageImportTests(ImportedMessages imported) : IClassFixture<ImportedMessages>
{
    private static readonly MessageSample Sample = MessageSample.Best;

    [Fact]
    public async Task Every_message_becomes_a_case_and_those_with_a_reply_are_closed_cases()
    {
        imported.Report.ShouldBeEquivalentTo(new ImportReport(Sample.Messages, Sample.Messages, 0, imported.Report.Faults, false));
        imported.Report.Faults.ShouldBeEmpty();
        (await imported.Portal.AskAsync<string>("""
            select string_agg(state || ':' || n, ' ' order by state) from (select state, count(*) n from cases group by state) s
            """)).ShouldBe($"Closed:{Sample.Replied} Registered:{Sample.Messages - Sample.Replied}");
    }

    [Fact]
    public async Task Reply_text_and_both_times_are_kept_as_the_file_has_them()
    {
        var expected = Sample.Read("message_id", "created_at", "reply", "replied_at").Where(r => r[2].Length > 0)
            .ToDictionary(r => $"message:{r[0]}", r => $"{r[1]}|{r[3]}|{r[2].Trim()}");
        var stored = await imported.Portal.AskAsync<string[]>("""
            select array_agg(source_key || chr(9) || to_char(registered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS')
              || '|' || to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS') || '|' || answer)
            from cases where state = 'Closed'
            """);
        stored.ToDictionary(s => s.Split('\t')[0], s => s.Split('\t', 2)[1]).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_with_a_class_lands_under_a_top_category_of_that_class()
    {
        var tops = await StoredAsync("substr(category_code, 1, 2)");
        foreach (var row in Sample.Read("message_id", "l1_label").Where(r => r[1].Length > 0))
            imported.Portal.Pack.FindMessageLabel(row[1])!.Categories.ShouldContain(tops[row[0]], row[1]);
    }

    [Fact]
    public async Task A_message_without_a_class_gets_the_leaf_its_words_speak_for_else_the_last_leaf()
    {
        var categories = await StoredAsync("category_code");
        foreach (var row in Sample.Read("message_id", "l1_label", "title", "body").Where(r => r[1].Length == 0))
            categories[row[0]].ShouldBe(
                imported.Portal.Pack.Proposer.Propose(row[2], row[3], 1) is [var best, ..] ? best.Category : "9901", row[0]);
    }

    [Fact]
    public async Task Places_are_villages_spread_by_the_stated_rule()
    {
        // Counted by other means: SHA-256 of the id, first eight bytes as a number, modulo the 1,396 villages in order of code.
        var places = new MessagePlace(imported.Portal.Pack);
        places.Of("T116030").Value.ShouldBe("150105007200");
        places.Of("E1001").Value.ShouldBe("150123102214");
        foreach (var (id, stored) in await StoredAsync("area_code"))
            stored.ShouldBe(places.Of(id).Value, id);
        (await imported.Portal.AskAsync<long>("select count(*) from cases where area_code like '%000'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_numbers_of_a_county_and_year_run_without_gaps()
    {
        (await imported.Portal.AskAsync<long>("""
            select count(*) from (
              select county_code, extract(year from registered_at at time zone 'Asia/Shanghai') as year, count(*) as n,
                max(split_part(number, '-', 3)::bigint) as highest, min(split_part(number, '-', 3)::bigint) as lowest
              from cases group by 1, 2) c
            left join case_number_counters k on k.county_code = c.county_code and k.year = c.year
            where highest <> n or lowest <> 1 or k.last is distinct from n
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task A_handled_message_has_every_step_said_to_be_supplied_and_its_limit_counted_from_the_message()
    {
        (await imported.Portal.AskAsync<string>("""
            select string_agg(distinct path, ' ') from (
              select string_agg(s.kind || case when s.at = c.registered_at then '' when s.at = c.closed_at then '*' else '?' end, ',' order by s.sequence) path
              from cases c join case_steps s on s.case_id = c.id where c.state = 'Closed' group by c.id) p
            """)).ShouldBe("Register,Accept,Dispatch*,Sign*,SubmitResult*,PassVerification*,Close*");
        (await imported.Portal.AskAsync<long>("""
            select count(*) from cases c join case_steps s on s.case_id = c.id
            where c.clock_started_at <> c.registered_at or s.actor_id is not null or s.actor_name <> '留言导入' or c.result_by_id is not null
              or (s.kind not in ('Register', 'Close') and s.note not like '留言导入补记：%')
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task The_citys_centre_runs_the_cases_and_the_department_of_the_place_leads_the_handled_ones()
    {
        (await imported.Portal.AskAsync<string>("select string_agg(distinct managing_body_code || channel, ' ') from cases"))
            .ShouldBe("150100000000-centreWeb");
        var leads = await StoredAsync("lead_body_code || ' ' || area_code || ' ' || category_code");
        foreach (var lead in leads.Values.Where(v => v is not null).Select(v => v.Split(' ')))
            lead[0].ShouldBe(imported.Portal.Pack.FindBodyFor(
                AreaCode.Parse(lead[1]), imported.Portal.Pack.CategoryByCode(lead[2])!.Department)!.Code);
        leads.Values.Count(v => v is not null).ShouldBe(Sample.Replied);
    }

    [Fact]
    public async Task One_audit_entry_tells_of_the_whole_import()
    {
        (await imported.Portal.AskAsync<string>("""
            select string_agg(action || '|' || actor_name || '|' || subject_id || '|' || detail, ' ') from audit_entries
            """)).ShouldBe($"case.import-messages|留言导入|{Path.GetFileName(Sample.Path)}|新增案件 {Sample.Messages} 件");
    }

    [Fact]
    public async Task A_second_run_adds_nothing_and_spends_no_number()
    {
        const string everything = """
            select (select count(*) from cases) || ' ' || (select count(*) from case_steps) || ' ' || (select count(*) from audit_entries)
              || ' ' || (select sum(last) from case_number_counters) || ' ' || (select max(xmin::text::bigint) from cases)
            """;
        var before = await imported.Portal.AskAsync<string>(everything);

        var again = await imported.Portal.Get<MessageImport>().RunAsync(Sample.Path);

        again.ShouldBeEquivalentTo(new ImportReport(Sample.Messages, 0, Sample.Messages, again.Faults, false));
        (await imported.Portal.AskAsync<string>(everything)).ShouldBe(before);
    }

    [Fact]
    public async Task Two_imports_at_the_same_time_add_every_message_once_and_leave_no_gap()
    {
        await using var portal = await ImportPortal.StartAsync("anyang");
        var both = await Task.WhenAll(
            Task.Run(() => portal.Get<MessageImport>().RunAsync(MessageSample.Own.Path)),
            Task.Run(() => portal.Get<MessageImport>().RunAsync(MessageSample.Own.Path)));

        both.Sum(r => r.Added).ShouldBe(MessageSample.Own.Messages);
        both.Sum(r => r.Known).ShouldBe(MessageSample.Own.Messages);
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(MessageSample.Own.Messages);
        (await portal.AskAsync<decimal>("select sum(last) from case_number_counters")).ShouldBe(MessageSample.Own.Messages);
        (await portal.AskAsync<long>("select count(*) from cases where not area_code like '4105%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_case_that_was_imported_can_be_worked_on_like_any_other()
    {
        await using var portal = await ImportPortal.StartAsync();
        await portal.Get<MessageImport>().RunAsync(MessageSample.Own.Path);
        var id = await portal.AskAsync<Guid>("select id from cases where state = 'Closed' order by id limit 1");
        var version = await portal.AskAsync<uint>($"select xmin from cases where id = '{id}'");
        var centre = new MessageCases(portal.Get<IReferenceData>(), portal.Get<CaseClock>()).Importer with { UserId = Guid.NewGuid() };

        var taken = await portal.Get<CaseService>()
            .TakeStepAsync(centre, new TakeStep(id, version, CaseStepKind.Archive, ""));

        taken.IsOk.ShouldBeTrue();
        (await portal.AskAsync<string>($"select state from cases where id = '{id}'")).ShouldBe("Archived");
    }

    private async Task<Dictionary<string, string>> StoredAsync(string expression) =>
        (await imported.Portal.AskAsync<string[]>(
            $"select array_agg(source_key || chr(9) || coalesce({expression}, '')) from cases where source_key like 'message:%'"))
        .Select(s => s.Split('\t')).ToDictionary(s => s[0]["message:".Length..], s => s[1].Length == 0 ? null! : s[1]);
}
