using System.Text;
using Governance.Application.Cases;
using Governance.Application.Parties;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Parties;

/// <summary>当事人: masked, in clear for a reason, found by an exact value, never in clear anywhere else (T09).</summary>
[Trait("Provision", "P55")]
public sealed class ParticipantTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Name = "金丝雀其其格";
    private const string Phone = "13988112233";
    private const string Identity = "11010519491231002X";
    private const string Address = "金丝雀巷七号院";
    private static readonly string[] Secrets = [Name, Phone, Identity, Address];

    private static readonly ParticipantFacts Facts = new(ParticipantKind.Person, ParticipantRole.Applicant, Name, Phone, Identity, Address);

    [Fact]
    public async Task A_participant_is_masked_until_a_reason_is_stated_and_kept()
    {
        var head = await MakeAsync();
        var id = (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts))).Value;

        var view = (await Reads.ListAsync(People.Clerk, head)).Value;
        var row = view.Rows.ShouldHaveSingleItem();
        (row.Name, row.Phone, row.IdentityNumber, row.Address).ShouldBe(("金**", "139****2233", "**************002X", "金丝雀****"));
        foreach (var reason in new[] { "", "  ", "看看", "\u200B\u200B\u200B\u200B" })
            (await Reads.RevealAsync(People.Clerk, head, id, reason)).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Reason");
        (await portal.AskAsync<long>("select count(*) from audit_entries where action = 'case.reveal-participant' and subject_id = $1", head.Number.Value)).ShouldBe(0);

        (await Reads.RevealAsync(People.Clerk, head, id, "核对身份信息")).Value.ShouldBe(new RevealedParticipant(Name, Phone, Identity, Address));

        (await portal.AskAsync<string>("select detail from audit_entries where action = 'case.reveal-participant' and subject_id = $1", head.Number.Value))
            .ShouldBe("原因：核对身份信息；申请人");
    }

    [Fact]
    public async Task Faults_stand_at_their_fields_and_nothing_is_half_saved()
    {
        var head = await MakeAsync();
        var refused = await Service.AddAsync(People.Clerk, new AddParticipant(
            head.Id, new ParticipantFacts(ParticipantKind.Person, ParticipantRole.Applicant, " ", "1390000", "110105194912310021", new string('长', 201))));

        refused.Errors.Select(e => e.Field).ShouldBe(["Name", "Phone", "IdentityNumber", "Address"]);
        (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts with { Kind = ParticipantKind.LegalPerson })))
            .Error.ShouldBeOfType<ParticipantErrors.BadNumber>().Message.ShouldContain("统一社会信用代码");
        (await Reads.ListAsync(People.Clerk, head)).Value.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_changes_what_is_typed_and_leaves_the_rest()
    {
        var head = await MakeAsync();
        var id = (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts))).Value;
        var version = (await Reads.ListAsync(People.Clerk, head)).Value.Rows[0].Version;

        (await Service.CorrectAsync(People.Clerk, new CorrectParticipant(
            head.Id, id, version, new ParticipantFacts(ParticipantKind.Person, ParticipantRole.Respondent, "", "13900001111", "", "")))).Errors.ShouldBeEmpty();
        (await Service.CorrectAsync(People.SecondClerk, new CorrectParticipant(head.Id, id, version, Facts))).Error.ShouldBeOfType<ParticipantErrors.ChangedMeanwhile>();

        (await Reads.RevealAsync(People.Clerk, head, id, "核对身份信息")).Value.ShouldBe(new RevealedParticipant(Name, "13900001111", Identity, Address));
        // A number belongs to a kind.
        version = (await Reads.ListAsync(People.Clerk, head)).Value.Rows[0].Version;
        (await Service.CorrectAsync(People.Clerk, new CorrectParticipant(
            head.Id, id, version, new ParticipantFacts(ParticipantKind.LegalPerson, ParticipantRole.Respondent, "", "", "", "")))).Errors.ShouldBeEmpty();
        (await Reads.RevealAsync(People.Clerk, head, id, "核对身份信息")).Value.IdentityNumber.ShouldBeNull();
    }

    [Fact]
    public async Task Removing_takes_a_reason_and_leaves_nothing_of_the_person()
    {
        var head = await MakeAsync();
        var id = (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts))).Value;

        (await Service.RemoveAsync(People.Clerk, new RemoveParticipant(head.Id, id, " "))).Error.ShouldBeOfType<CaseErrors.NoteRequired>().Field.ShouldBe("Reason");
        (await Service.RemoveAsync(People.Clerk, new RemoveParticipant(head.Id, id, "登记错误"))).Errors.ShouldBeEmpty();

        (await portal.AskAsync<long>("select count(*) from case_participants where id = $1", id)).ShouldBe(0);
        (await portal.AskAsync<string>("select detail from audit_entries where action = 'case.remove-participant' and subject_id = $1", head.Number.Value))
            .ShouldBe("申请人；原因：登记错误");
        (await Service.RemoveAsync(People.Clerk, new RemoveParticipant(head.Id, id, "登记错误"))).Error.ShouldBeOfType<ParticipantErrors.NotFound>();
    }

    [Fact]
    public async Task Rights_are_those_of_the_case_and_of_the_role()
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        var head = (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;
        foreach (var (actor, refusal) in new (Actor, Type?)[]
        {
            (People.Clerk, null), (People.Centre, null), (People.Handler, null), (People.GridMember, typeof(PlatformErrors.NotPermitted)),
            (People.Leader, typeof(PlatformErrors.NotPermitted)), (People.UrbanHandler, typeof(CaseErrors.NotFound)),
            (People.ClerkElsewhere, typeof(CaseErrors.NotFound)), (People.Auditor, typeof(CaseErrors.NotFound)), (People.Administrator, typeof(CaseErrors.NotFound)),
        })
            (await Service.AddAsync(actor, new AddParticipant(head.Id, Facts))).Errors.Select(e => e.GetType()).ShouldBe(refusal is null ? [] : [refusal], actor.Account);
        var id = (await Reads.ListAsync(People.Clerk, head)).Value.Rows[0].Id;
        (await Reads.RevealAsync(People.GridMember, head, id, "核对身份信息")).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Reads.RevealAsync(People.ClerkElsewhere, head, id, "核对身份信息")).Error.ShouldBeOfType<ParticipantErrors.NotFound>();
        (await Reads.ListAsync(People.ClerkElsewhere, head)).Value.Rows.ShouldBeEmpty();
        foreach (var role in Roles.All)
            (await Reads.SearchAsync(People.Person(role, People.County + "-x", People.County), Phone, "核对身份信息")).IsOk
                .ShouldBe(role is Role.CentreStaff or Role.TownshipClerk, role.ToString());
    }

    [Fact]
    public async Task A_search_takes_the_whole_value_and_a_reason_and_finds_only_cases_one_may_know()
    {
        const string own = "13800007788", code = "91350100M000100Y43";
        var head = await MakeAsync();
        var facts = new ParticipantFacts(ParticipantKind.LegalPerson, ParticipantRole.Respondent, "某物业公司", own, code, "");
        (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, facts))).Errors.ShouldBeEmpty();

        foreach (var typed in new[] { own, "１３８ 0000 7788", "+86 138-0000-7788", code, " 91350100m000100y43 " })
            (await Reads.SearchAsync(People.Clerk, typed, "核对物业投诉")).Value.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                f => f.Number.ShouldBe(head.Number), f => f.Name.ShouldBe("某**"), f => f.Role.ShouldBe(ParticipantRole.Respondent));
        foreach (var typed in new[] { "", "1380000", "7788", "某物业", "91350100M000100Y44" })
            (await Reads.SearchAsync(People.Clerk, typed, "核对物业投诉")).Error.ShouldBeOfType<ParticipantErrors.BadSearch>().Field.ShouldBe("Value");
        (await Reads.SearchAsync(People.Clerk, own, "")).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Reason");
        (await Reads.SearchAsync(People.ClerkElsewhere, own, "核对物业投诉")).Value.ShouldBeEmpty();

        var details = await portal.ColumnAsync<string>("select detail from audit_entries where action = 'participant.search' and actor_id = $1 and detail like '%核对物业投诉%'", People.Clerk.UserId);
        details.Count.ShouldBe(5);
        details.ShouldAllBe(d => d.StartsWith("原因：核对物业投诉；按") && d.EndsWith("找到 1 件") && !d.Contains(own) && !d.Contains(code));
    }

    [Fact]
    public async Task Of_a_restricted_case_only_the_circle_sees_and_finds_them()
    {
        const string own = "13800009911";
        var number = await portal.MakeAsync(CaseState.Accepted);
        var head = (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;
        (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts with { Phone = own }))).Errors.ShouldBeEmpty();
        var (id, version) = await portal.IdentifyAsync(number);
        (await portal.Get<RestrictionService>().RestrictAsync(People.Centre, new RestrictCase(id, version, null, "涉及个人隐私"))).Errors.ShouldBeEmpty();

        (await Reads.ListAsync(People.Clerk, head)).Value.Rows.ShouldBeEmpty();
        (await Reads.SearchAsync(People.Clerk, own, "核对重复投诉")).Value.ShouldBeEmpty();
        (await Service.AddAsync(People.Clerk, new AddParticipant(id, Facts))).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await Reads.SearchAsync(People.Centre, own, "核对重复投诉")).Value.ShouldHaveSingleItem().IsRestricted.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_asked_to_be_kept_confidential_is_known_to_the_receivers_of_the_running_body_only()
    {
        var made = await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(name: Name, phone: "13700001234") with { Confidential = true });
        var number = made.Value;
        (await portal.Reads.FindAsync(People.Clerk, number)).Value.MaskedReporter.ShouldBe("金** 137****1234");
        var head = (await portal.Reads.FindHeadAsync(People.Clerk, number)).Value;
        (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts with { Role = ParticipantRole.Reporter, Phone = "13700001234" }))).Errors.ShouldBeEmpty();
        await portal.TakeAsync(People.Clerk, number, CaseStepKind.Accept);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();

        foreach (var actor in new[] { People.Handler, People.Centre, People.CityCentre, People.GridMember, People.Leader })
        {
            var detail = (await portal.Reads.FindAsync(actor, number)).Value;
            (detail.MaskedReporter, detail.MayReveal, detail.Case.ReporterName, detail.Case.ReporterPhone).ShouldBe((CaseReadService.ConfidentialReporter, false, null, null), actor.Account);
            var refused = await portal.Reads.RevealReporterAsync(actor, number, "电话回访核实");
            refused.Error.ShouldBeAssignableTo<ForbiddenError>();
            if (actor.May(Permission.RevealReporter))
                refused.Error.ShouldBeOfType<CaseErrors.ReporterConfidential>().Message.ShouldContain("受理单位");
            var row = (await Reads.ListAsync(actor, head)).Value.Rows.ShouldHaveSingleItem();
            (row.Name, row.Phone, row.IdentityNumber).ShouldBe((CaseReadService.ConfidentialReporter, null, null));
            if (actor.May(Permission.RevealReporter))
                (await Reads.RevealAsync(actor, head, row.Id, "电话回访核实")).Error.ShouldBeOfType<CaseErrors.ReporterConfidential>();
            if (actor.May(Permission.SearchParticipants))
                (await Reads.SearchAsync(actor, "13700001234", "核对重复投诉")).Value.ShouldBeEmpty();
        }
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and action like '%reveal%'", number.Value)).ShouldBe(0);
        (await portal.Reads.RevealReporterAsync(People.SecondClerk, number, "电话回访核实")).Value.Phone.ShouldBe("13700001234");
        (await portal.Reads.LookUpAsync(number.Value, "1234")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Neither_database_nor_log_nor_export_holds_them_in_clear()
    {
        var head = await MakeAsync();
        var id = (await Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts))).Value;
        await Reads.RevealAsync(People.Clerk, head, id, "核对身份信息");
        await Reads.SearchAsync(People.Clerk, Phone, "核对重复投诉");
        await portal.ExecuteAsync("alter table case_participants add constraint broken check (role <> 'Other') not valid");
        await Should.ThrowAsync<Exception>(() => Service.AddAsync(People.Clerk, new AddParticipant(head.Id, Facts with { Role = ParticipantRole.Other })));
        await portal.ExecuteAsync("alter table case_participants drop constraint broken");

        foreach (var table in await portal.ColumnAsync<string>(
            "select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))
            foreach (var secret in Secrets)
                (await portal.AskAsync<long>(
                    $"select count(*) from {table} t where t::text like $1 or t::text like $2",
                    $"%{secret}%", $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))}%")).ShouldBe(0, $"{table} {secret}");
        portal.Log.Lines.ShouldNotBeEmpty();
        portal.Log.Lines.ShouldNotContain(line => Secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        var rows = await (await portal.Reads.ExportAsync(People.Clerk, new CaseListCriteria())).Value.ToListAsync();
        rows.ShouldContain(r => r.Number == head.Number);
        System.Text.Json.JsonSerializer.Serialize(rows).ShouldNotContain(Phone);
    }

    private ParticipantService Service => portal.Get<ParticipantService>();

    private ParticipantReadService Reads => portal.Get<ParticipantReadService>();

    private async Task<CaseHead> MakeAsync() => (await portal.Reads.FindHeadAsync(People.Clerk, await portal.RegisterAsync(People.Clerk))).Value;
}
