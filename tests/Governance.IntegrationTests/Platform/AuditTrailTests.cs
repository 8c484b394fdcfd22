using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;
using Npgsql;

namespace Governance.IntegrationTests.Platform;

/// <summary>The trail: written with the change or not at all, and never touched again.</summary>
[Trait("Provision", "P55")]
public sealed class AuditTrailTests(PortalServices portal) : IClassFixture<PortalServices>
{
    [Fact]
    public async Task An_entry_names_person_body_moment_place_and_what_was_done()
    {
        var number = await portal.RegisterAsync(People.Clerk);

        var entry = await portal.AskAsync<string>("""
            select concat_ws('|', actor_id, actor_account, actor_name, body_name, action, subject_kind, area_code, detail) from audit_entries
            where subject_id = $1
            """, number.Value);
        entry.ShouldBe(string.Join('|',
            People.Clerk.UserId, People.Clerk.Account, People.Clerk.DisplayName, People.Clerk.BodyName, "case.register", "case", People.Village,
            "来源：窗口来访"));
        (await portal.AskAsync<DateTime>("select at from audit_entries where subject_id = $1", number.Value)).ShouldBe(portal.Clock.Now.UtcDateTime);
    }

    [Fact]
    public async Task Without_its_entry_a_change_is_not_saved()
    {
        var number = await portal.RegisterAsync(People.Clerk);
        var (id, version) = await portal.IdentifyAsync(number);
        var cases = await portal.AskAsync<long>("select count(*) from cases");
        await portal.ExecuteAsync("alter table audit_entries add constraint broken check (actor_account <> 'townshipclerk') not valid");
        try
        {
            await Should.ThrowAsync<Exception>(() => portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form()));
            await Should.ThrowAsync<Exception>(() => portal.Cases.TakeStepAsync(People.Clerk, new TakeStep(id, version, CaseStepKind.Accept, "")));
            await Should.ThrowAsync<Exception>(() => portal.Reads.RevealReporterAsync(People.Clerk, number, "电话回访核实"));
            await Should.ThrowAsync<Exception>(() => portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria()));
        }
        finally
        {
            await portal.ExecuteAsync("alter table audit_entries drop constraint broken");
        }
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(cases);
        (await portal.StateOfAsync(number)).ShouldBe("Registered");
        (await portal.AskAsync<long>("select count(*) from case_steps where case_id = $1", id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("update audit_entries set detail = ''")]
    [InlineData("update audit_entries set detail = '' where false")]
    [InlineData("delete from audit_entries")]
    [InlineData("truncate audit_entries")]
    [InlineData("truncate audit_entries cascade")]
    [InlineData("merge into audit_entries a using (select 1) s on true when matched then delete")]
    [InlineData("insert into audit_entries select * from audit_entries on conflict (id) do update set detail = ''")]
    public async Task Entries_are_never_changed_or_removed(string sql)
    {
        await portal.RegisterAsync(People.Clerk);
        var before = await TrailAsync();

        await Should.ThrowAsync<PostgresException>(() => portal.ExecuteAsync(sql));

        (await TrailAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Every_action_in_the_trail_has_a_name()
    {
        await portal.RegisterAsync(People.Clerk, accept: true);
        await portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria());

        (await portal.ColumnAsync<string>("select distinct action from audit_entries")).ShouldAllBe(action => AuditActions.All.ContainsKey(action));
    }

    [Fact]
    public async Task An_export_says_what_was_exported_without_the_words_that_were_searched()
    {
        await portal.Reads.ExportAsync(People.Leader, new CaseListCriteria { State = CaseState.Handling, Text = "金丝雀" });

        (await portal.AskAsync<string>("select detail from audit_entries where action = 'case.export' and actor_name = $1", People.Leader.DisplayName))
            .ShouldBe("全部案件；状态：办理中；含检索词");
    }

    [Fact]
    public async Task An_overlong_detail_is_cut_but_never_in_the_middle_of_a_character()
    {
        var detail = new string('长', 1999) + "😀";
        var saved = await portal.Get<IUnitOfWorkFactory>().ExecuteAsync<bool>(unit =>
        {
            unit.Audit(People.Clerk, new AuditRecord(AuditActions.ExportCases, "case", "overlong", null, detail));
            return Task.FromResult<Governance.Domain.Common.Result<bool>>(true);
        }, CancellationToken.None);

        saved.IsOk.ShouldBeTrue();
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = 'overlong'")).ShouldBe(detail[..1999]);
    }

    private Task<string> TrailAsync() => portal.AskAsync<string>("select md5(string_agg(a::text, ',' order by id)) from audit_entries a");
}
