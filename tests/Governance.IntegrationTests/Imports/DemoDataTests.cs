using Governance.Application.Cases;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Platform;
using Governance.Infrastructure.Demo;
using Governance.Infrastructure.Imports;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Imports;

public sealed class DemoDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hohhot", "海拉尔东路街道平安建设办公室")]
    [InlineData("anyang", "东大街街道平安建设办公室")]
    public async Task A_new_portal_of_either_city_gets_its_people_and_about_240_cases_with_something_to_do_for_each(string city, string clerkBody)
    {
        await using var portal = await ImportPortal.StartAsync(city);

        var report = (await portal.Get<DemoData>().EnsureAsync(null, _folder.Path, insist: false)).Value;

        report.SignIns.Select(s => (s.Person.Account, s.Person.Role)).ShouldBe(
        [
            ("sysadmin", Role.SystemAdministrator), ("centre", Role.CentreStaff), ("clerk", Role.TownshipClerk), ("clerk2", Role.TownshipClerk),
            ("handler", Role.DepartmentHandler), ("gridmember", Role.GridMember), ("county", Role.CentreStaff),
            ("justice", Role.DepartmentHandler), ("leader", Role.Leader), ("auditor", Role.Auditor),
            ("police", Role.DepartmentHandler),
        ]);
        report.SignIns.ShouldAllBe(s => s.PasswordStands);
        report.SignIns[2].Person.BodyName.ShouldBe(clerkBody);
        report.SignIns[2].Person.Scope.Value[..6].ShouldNotBe(report.SignIns[3].Person.Scope.Value[..6]);
        report.CasesAdded.ShouldBeInRange(230, 250);
        await ShouldBePlausibleAsync(portal, report);
        await ShouldShowRestrictedMattersAsync(portal, report);
    }

    private static async Task ShouldShowRestrictedMattersAsync(ImportPortal portal, DemoReport report)
    {
        Actor Person(string account) => report.SignIns.Single(s => s.Person.Account == account).Person;
        var centre = (await portal.Get<RestrictedReadService>().ListAsync(Person("county"))).Value;
        centre.Rows.Select(r => r.Kind).ShouldBe(["涉黑涉恶线索", "校园欺凌"], ignoreOrder: true);
        centre.Submissions.ShouldHaveSingleItem().State.ShouldBe(Domain.Submissions.SubmissionState.Pending);
        var police = (await portal.Get<RestrictedReadService>().ListAsync(Person("police"))).Value;
        (police.Rows.ShouldHaveSingleItem().Kind, police.Submissions.Count).ShouldBe(("涉黑涉恶线索", 0));
        (await portal.AskAsync<string>("select handlers || received_by from case_hand_overs")).ShouldBe("高建军高建军");
        (await portal.AskAsync<long>("select count(*) from case_inquiries where conclusion is not null")).ShouldBe(1);
        (await portal.AskAsync<long>("select count(*) from case_inquiry_replies")).ShouldBe(2);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_knows_the_password_again()
    {
        await using var portal = await ImportPortal.StartAsync();
        var demo = portal.Get<DemoData>();
        var first = (await demo.EnsureAsync(null, _folder.Path, insist: false)).Value;

        var second = (await demo.EnsureAsync(null, _folder.Path, insist: false)).Value;

        (second.AccountsAdded, second.CasesAdded).ShouldBe((0, 0));
        second.Password.ShouldNotBeNull().ShouldBe(first.Password);
        second.SignIns.ShouldBe(first.SignIns);
        File.GetUnixFileMode(_folder["demo-password.txt"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await portal.AskAsync<long>("select count(*) from users where must_change_password")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from audit_entries where action = 'user.create' and actor_name = '演示数据'")).ShouldBe(11);
        (await portal.AskAsync<long>("select count(*) from audit_entries where action = 'case.make-demo'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_named_password_replaces_a_made_up_one_but_never_one_that_a_person_chose()
    {
        await using var portal = await ImportPortal.StartAsync();
        var demo = portal.Get<DemoData>();
        var first = (await demo.EnsureAsync(null, _folder.Path, insist: false)).Value;
        var clerk = first.SignIns.Single(s => s.Person.Account == "clerk").Person.UserId;
        await portal.SetPasswordAsync(clerk, "eigenes-2026-wort");

        var second = (await demo.EnsureAsync("qingcheng-2026-demo", _folder.Path, insist: false)).Value;

        second.Password.ShouldBeNull();
        second.SignIns.Where(s => !s.PasswordStands).Select(s => s.Person.Account).ShouldBe(["clerk"]);
    }

    [Fact]
    public async Task A_named_password_that_breaks_the_rules_is_refused_and_nothing_is_made()
    {
        await using var portal = await ImportPortal.StartAsync();

        var refused = await portal.Get<DemoData>().EnsureAsync("kurz1", _folder.Path, insist: false);

        refused.IsOk.ShouldBeFalse();
        refused.Errors.ShouldContain(e => e.Message.Contains("密码至少 10 位"));
        (await portal.AskAsync<long>("select count(*) from users")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(0);
    }

    [Fact]
    public async Task A_database_with_cases_gets_no_demo_cases_and_one_with_other_people_nothing_unless_insisted()
    {
        await using var portal = await ImportPortal.StartAsync();
        await portal.Get<MessageImport>().RunAsync(MessageSample.Own.Path);
        await portal.AddPersonAsync("zhangsan");

        (await portal.Get<DemoData>().EnsureAsync(null, _folder.Path, insist: false)).Value.ShouldBe(DemoReport.LeftAlone);
        var insisted = (await portal.Get<DemoData>().EnsureAsync(null, _folder.Path, insist: true)).Value;

        (insisted.AccountsAdded, insisted.CasesAdded).ShouldBe((11, 0));
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(MessageSample.Own.Messages);
    }

    private static async Task ShouldBePlausibleAsync(ImportPortal portal, DemoReport report)
    {
        Task<long> Count(string where) => portal.AskAsync<long>($"select count(*) from cases where {where}");

        foreach (var state in Enum.GetNames<CaseState>())
            (await Count($"state = '{state}'")).ShouldBeGreaterThan(1, state);
        (await Count("state = 'Consulting' and (select count(*) from lead_parties p where p.case_id = cases.id and p.role = 'Consulted') <> 2")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(distinct county_code) from cases"))
            .ShouldBe(portal.Pack.Divisions.Count(d => d.Level == Domain.Organisation.DivisionLevel.County));
        (await portal.AskAsync<long>("select count(distinct title) from cases")).ShouldBeGreaterThan(60);
        (await portal.AskAsync<long>("select count(distinct channel) from cases")).ShouldBe(10);
        (await Count("is_open and due_at < now()")).ShouldBeInRange(3, 40);
        (await Count("closed_at > due_at")).ShouldBeInRange(4, 40);
        (await Count("reopen_count > 0")).ShouldBeGreaterThan(1);
        (await Count("registered_at < now() - interval '91 days' or registered_at > now()")).ShouldBe(0);
        (await Count("length(description) not between 40 and 150")).ShouldBe(0);
        (await Count("title ~ '[{}]' or description ~ '[{}]' or answer ~ '[{}]'")).ShouldBe(0);
        (await portal.AskAsync<long>("""
            select count(*) from case_steps s left join case_steps p on p.case_id = s.case_id and p.sequence = s.sequence - 1
            where s.at < p.at or s.at > now()
            """)).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from (select title from cases where title like '邻居也反映：%') t")).ShouldBe(6);
        (await Count("state = 'Merged' and title like '邻居也反映：%'")).ShouldBe(3);

        var (clerk, centre, handler, gridMember) = (Person("clerk"), Person("centre"), Person("handler"), Person("gridmember"));
        (await Count($"managing_body_code = '{clerk.BodyCode}' and state in ('Registered', 'Accepted', 'Verifying', 'Verified')")).ShouldBeGreaterThan(4);
        (await Count($"managing_body_code = '{centre.BodyCode}' and state in ('Registered', 'Accepted', 'Verifying', 'Verified')")).ShouldBeGreaterThan(4);
        (await Count($"lead_body_code = '{handler.BodyCode}' and state in ('Dispatched', 'Handling')")).ShouldBeGreaterThan(4);
        (await Count($"lead_body_code = '{gridMember.BodyCode}' and state in ('Dispatched', 'Handling')")).ShouldBeGreaterThan(1);
        foreach (var person in new[] { clerk, centre, handler, gridMember })
            (await portal.AskAsync<long>($"select count(*) from case_steps where actor_id = '{person.UserId}' and actor_name = '{person.DisplayName}'"))
                .ShouldBeGreaterThan(3, person.Account);
        await ShouldShowLifeAsync(portal);
        await ShouldBeWorkableAsync(portal, handler);

        Actor Person(string account) => report.SignIns.Single(s => s.Person.Account == account).Person;
    }

    // What a newcomer finds on the pages beside the cases; every step of it went through a service and left its entry.
    private static async Task ShouldShowLifeAsync(ImportPortal portal)
    {
        Task<string> Tally(string table, string column) => portal.AskAsync<string>(
            $"select string_agg(line, ' ' order by line) from (select {column} || ':' || count(*) as line from {table} group by {column}) as lines");

        (await Tally("attachments", "kind")).ShouldBe("Excel:1 Png:2");
        (await Tally("case_participants", "role")).ShouldBe("Applicant:1 Respondent:1 ThirdParty:1");
        (await Tally("time_requests", "state")).ShouldBe("Granted:1 Pending:1 Refused:1");
        (await Tally("supervision_orders", "level")).ShouldBe("Red:1 Yellow:2");
        (await portal.AskAsync<long>("select count(*) from supervision_orders where replied_at is not null")).ShouldBe(1);
        (await Tally("sub_tasks", "state")).ShouldBe("Assigned:1 Reported:1 Working:1");
        (await portal.AskAsync<long>("select count(*) from cases where charge_leader_id is not null")).ShouldBe(2);
        (await portal.AskAsync<long>("select count(*) from case_steps where kind in ('FollowUp', 'Instruct')")).ShouldBe(2);
        (await portal.AskAsync<long>("select count(*) from saved_filters")).ShouldBe(3);
        (await portal.AskAsync<long>("select count(*) from outbox_messages")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from notifications where read_at is null")).ShouldBeGreaterThan(2);
        (await portal.AskAsync<long>("select count(*) from notifications where read_at is not null")).ShouldBeGreaterThan(0);
        (await portal.AskAsync<long>(
            "select count(*) from audit_entries where action in ('case.supervise', 'case.give-task', 'case.add-participant', 'attachment.add')")).ShouldBeGreaterThan(0);
    }

    private static async Task ShouldBeWorkableAsync(ImportPortal portal, Actor handler)
    {
        var id = await portal.AskAsync<Guid>($"select id from cases where lead_body_code = '{handler.BodyCode}' and state = 'Dispatched' limit 1");
        var version = await portal.AskAsync<uint>($"select xmin from cases where id = '{id}'");
        (await portal.Get<CaseService>().TakeStepAsync(handler, new TakeStep(id, version, CaseStepKind.Sign, ""))).IsOk.ShouldBeTrue();
    }
}
