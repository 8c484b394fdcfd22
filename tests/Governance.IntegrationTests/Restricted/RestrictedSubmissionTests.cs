using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Restricted;

/// <summary>What came in of a restricted category is known to the first circle of its place, from the first moment and on every way (P53).</summary>
[Trait("Provision", "P53")]
public sealed class RestrictedSubmissionTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private const string Canary = "金丝雀鸣叫";
    private static readonly Actor Teacher = People.Person(Role.DepartmentHandler, People.County + "-education", People.County, "梁老师");
    private static readonly SubmissionSource System = new("client-restricted", "学校平台", CaseChannel.MemberUnit);

    /// <summary>As many rights in the same area as there are, and not in the circle.</summary>
    public static TheoryData<Role> Outsiders() => new(Roles.All);

    public async Task InitializeAsync()
    {
        foreach (var person in new[] { People.Centre, Teacher })
            await portal.AddAccountAsync(person);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task Nobody_outside_the_circle_learns_of_it_or_changes_it_on_any_way(Role role)
    {
        var number = await SendAsync(Draft());
        var (id, version) = await FindAsync(number);
        var photo = (await Files.AddFromSenderAsync(number.Value, Code(number), new NewFile("a.png", SampleFiles.Png()))).Value;
        var outsider = People.Person(role, role == Role.DepartmentHandler ? Teacher.BodyCode : People.Centre.BodyCode, People.County, "外人");
        var steps = await StepsAsync(id);

        // Photos are asked for by their own key as well.
        foreach (var key in new[] { id, photo })
            foreach (var (way, said) in await new EveryWay(portal, CaseNumber.Create(AreaCode.Parse(People.Village), 2026, 999_999), key, version, Canary, "金丝雀") { Submission = number }.WalkAsync(outsider))
                if (way is not ("AuditReadService.Describe" or "SavedFilterService.ListAsync"))
                    new[] { number.Value, Canary + "标题", Canary + "经过", "受伤者", "动手者" }
                        .ShouldAllBe(secret => !said.Contains(secret, StringComparison.Ordinal), $"{role} {way}: {said}");

        (await FindAsync(number)).Version.ShouldBe(version, role.ToString());
        (await StepsAsync(id)).ShouldBe(steps);
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1 and actor_id = $2", number.Value, outsider.UserId)).ShouldBe(0);
    }

    [Fact]
    public async Task The_walk_sees_what_the_circle_sees()
    {
        var number = await SendAsync(Draft());
        var (id, version) = await FindAsync(number);

        var circle = await new EveryWay(portal, CaseNumber.Create(AreaCode.Parse(People.Village), 2026, 999_998), id, version, Canary) { Submission = number }.WalkAsync(People.Centre);

        foreach (var way in new[] { "SubmissionReadService.FindAsync", "RestrictedReadService.ListAsync" })
            circle.Where(w => w.Way == way).ShouldContain(w => w.Said.Contains(number.Value, StringComparison.Ordinal), way);
        circle.Where(w => w.Way == "InquiryReadService.RevealPersonsAsync").ShouldContain(w => w.Said.Contains("受伤者", StringComparison.Ordinal));
        circle.Where(w => w.Way == "SubmissionReadService.ListAsync").ShouldAllBe(w => !w.Said.Contains(number.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_and_counts_leave_it_out_for_everybody_and_the_own_page_of_the_circle_holds_it()
    {
        var (waiting, own) = (await Reader.CountWaitingAsync(People.Clerk), await Restricted.CountWaitingAsync(People.Centre));

        var number = await SendAsync(Draft());

        (await Reader.CountWaitingAsync(People.Clerk)).ShouldBe(waiting);
        (await Restricted.CountWaitingAsync(People.Centre)).ShouldBe(own + 1);
        (await Restricted.CountWaitingAsync(People.Clerk)).ShouldBe(0);
        foreach (var reviewer in new[] { People.Clerk, People.Centre, People.CityCentre })
            foreach (var criteria in new[] { new SubmissionCriteria(), new SubmissionCriteria { View = SubmissionView.All, Number = number.Value } })
                (await Reader.ListAsync(reviewer, criteria, new PageRequest(Size: 200))).Value.Rows.ShouldNotContain(r => r.Number == number);
        (await Restricted.ListAsync(Teacher)).Value.Submissions.ShouldContain(r => r.Number == number && r.State == SubmissionState.Pending);
        (await Restricted.ListAsync(People.Clerk)).Value.Submissions.ShouldNotContain(r => r.Number == number);
        // The education office reads along; who receives matters decides.
        (await Reader.FindAsync(Teacher, number)).Value.NextSteps.ShouldBeEmpty();
        (await Reader.FindAsync(People.Centre, number)).Value.NextSteps.Select(s => s.Kind)
            .ShouldBe([SubmissionStepKind.Accept, SubmissionStepKind.Ask, SubmissionStepKind.HandOver, SubmissionStepKind.Refuse]);
    }

    [Fact]
    public async Task The_words_decide_where_the_sender_names_no_category()
    {
        var number = await SendAsync(Draft() with { CategoryCode = "", Incident = null, Title = "校园欺凌", Description = "同学在学校欺凌我，校园欺凌没人管", ContactPhone = "13900007531" }, SubmissionSource.Web);

        (await portal.AskAsync<string>("select restriction_key from submissions where number = $1", number.Value)).ShouldBe("school-bullying");
        (await Reader.FindAsync(People.Clerk, number)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task Accepting_restricts_the_case_in_the_same_transaction()
    {
        var number = await SendAsync(Draft());
        var (id, version) = await FindAsync(number);
        var facts = CaseMaker.Facts with { CategoryCode = "0806", Channel = CaseChannel.Web, Title = Canary + "标题" };

        (await Service.AcceptAsync(People.Clerk, new AcceptSubmission(id, version, facts))).Error.ShouldBeOfType<SubmissionErrors.NotFound>();
        var made = (await Service.AcceptAsync(People.Centre, new AcceptSubmission(id, version, facts))).Value;

        // No timed step has run.
        (await portal.Reads.FindAsync(People.Clerk, made)).IsOk.ShouldBeFalse();
        (await portal.Reads.FindAsync(People.Centre, made)).IsOk.ShouldBeTrue();
        (await portal.ColumnAsync<string>("select m.name from case_circle_members m join cases c on c.id = m.case_id where c.number = $1 order by 1", made.Value))
            .ShouldBe(["梁老师", "赵敏"], ignoreOrder: true);
        (await portal.AskAsync<string>("select wish from case_inquiries i join cases c on c.id = i.case_id where c.number = $1", made.Value)).ShouldBe("Online");
        (await Reader.FindAsync(People.Centre, number)).IsOk.ShouldBeFalse("it is read on the case now");
    }

    [Fact]
    public async Task A_trusted_system_opens_a_restricted_case_and_learns_its_state_only()
    {
        var draft = Draft() with { Incident = null, ContactPhone = "13900007531", Place = AreaCode.Parse(People.Village) };
        var trusted = System with { OpensCases = true };
        var receipt = (await Service.ReceiveAsync(trusted, draft)).Value;

        receipt.CaseNumber.ShouldBeNull();
        (await Service.ReceiveAsync(trusted, draft)).Value.ShouldBe(receipt with { Repeated = true });
        var made = await portal.AskAsync<string>("select case_number from submissions where number = $1", receipt.Number.Value);
        (await portal.Reads.FindAsync(People.Clerk, CaseNumber.Parse(made))).IsOk.ShouldBeFalse();
        (await portal.Reads.FindAsync(People.Centre, CaseNumber.Parse(made))).IsOk.ShouldBeTrue();
        var status = (await Reader.FindForSourceAsync(System.Key, draft.SourceNumber))!;
        (status.State, status.CaseNumber, status.Reply, status.IsRestricted).ShouldBe((SubmissionState.Accepted, null, null, true));
        (await Reader.FindForSourceAsync("another-client", draft.SourceNumber)).ShouldBeNull();
    }

    [Fact]
    public async Task A_system_is_not_told_the_reason_of_a_refusal()
    {
        var draft = Draft() with { Incident = null, ContactPhone = "13900007531" };
        var number = await SendAsync(draft, System);
        var (id, version) = await FindAsync(number);

        (await Service.AskAsync(People.Centre, new ReplyToSubmission(id, version, "哪个班？"))).Error.ShouldBeOfType<SubmissionErrors.NobodyReadsIt>();
        (await Service.RefuseAsync(People.Centre, new ReplyToSubmission(id, version, "金丝雀理由"))).Errors.ShouldBeEmpty();

        var status = (await Reader.FindForSourceAsync(System.Key, draft.SourceNumber))!;
        (status.State, status.Reply).ShouldBe((SubmissionState.Refused, null));
        (await Reader.LookUpAsync(number.Value, "7531")).Value.Reply.ShouldBe("金丝雀理由", "the reporter is told");
    }

    [Fact]
    public async Task Handed_over_it_is_known_to_the_seats_of_the_new_place_and_no_longer_to_those_of_the_old()
    {
        await portal.AddAccountAsync(People.CentreElsewhere);
        var number = await SendAsync(Draft());
        var (id, version) = await FindAsync(number);

        (await Service.HandOverAsync(People.Centre, new HandOverSubmission(id, version, AreaCode.Parse(People.OtherCounty)))).Errors.ShouldBeEmpty();

        (await Reader.FindAsync(People.Centre, number)).IsOk.ShouldBeFalse();
        (await Reader.FindAsync(Teacher, number)).IsOk.ShouldBeFalse();
        (await Reader.FindAsync(People.CentreElsewhere, number)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task What_nobody_could_be_seated_for_is_found_by_the_first_account_and_what_came_before_is_restricted()
    {
        var elsewhere = AreaCode.Parse("150105000000");
        var centre = People.Person(Role.CentreStaff, "150105000000-centre", "150105000000", "新来的");
        await portal.ExecuteAsync("update users set lockout_end = $1 where body_code like '%-centre' and scope_code = '150100000000'", Infrastructure.Platform.PortalUser.SuspendedUntil);
        var number = await SendAsync(Draft() with { Place = elsewhere });
        var before = await SendAsync(Draft());
        await portal.ExecuteAsync("update submissions set restriction_key = null where number = $1", before.Value);
        (await Reader.FindAsync(centre, number)).IsOk.ShouldBeFalse();
        (await Reader.FindAsync(People.Clerk, before)).IsOk.ShouldBeTrue();

        await portal.AddAccountAsync(centre);
        await portal.Get<TimedSteps>().RunAsync();

        (await Reader.FindAsync(centre, number)).IsOk.ShouldBeTrue();
        (await Reader.FindAsync(People.Clerk, before)).IsOk.ShouldBeFalse();
        (await Reader.FindAsync(People.Centre, before)).IsOk.ShouldBeTrue();
        (await portal.Get<TimedSteps>().RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Its_photos_are_shown_to_the_circle()
    {
        var number = await SendAsync(Draft());
        var (id, _) = await FindAsync(number);
        var photo = (await Files.AddFromSenderAsync(number.Value, Code(number), new NewFile("截图.png", SampleFiles.Png()))).Value;
        var reads = portal.Get<AttachmentReadService>();

        (await reads.ListOfSubmissionAsync(Teacher, id)).ShouldHaveSingleItem().Row.Id.ShouldBe(photo);
        (await reads.OpenAsync(Teacher, photo, isSaved: true)).Errors.ShouldBeEmpty();
        (await reads.ListOfSubmissionAsync(People.Clerk, id)).ShouldBeEmpty();
        (await reads.OpenAsync(People.Clerk, photo, isSaved: true)).Error.ShouldBeOfType<AttachmentErrors.NotFound>();
    }

    [Fact]
    public async Task The_trail_tells_others_that_something_came_and_not_what()
    {
        var number = await SendAsync(Draft());
        var trail = portal.Get<AuditReadService>();
        var criteria = new AuditCriteria { From = new DateOnly(2026, 3, 10) };

        (await trail.ListAsync(People.Auditor, criteria with { Subject = number.Value }, new PageRequest())).Value.Rows.ShouldBeEmpty();
        var rows = (await trail.ListAsync(People.Auditor, criteria, new PageRequest(Size: 500))).Value.Rows;
        rows.ShouldContain(r => r.IsWithheld && r.Action == "submission.receive" && r.SubjectId == "" && r.Detail == "");
        rows.ShouldNotContain(r => r.SubjectId == number.Value || r.Detail.Contains(number.Value));
        (await (await trail.ExportAsync(People.Auditor, criteria)).Value.ToListAsync()).ShouldNotContain(r => r.SubjectId == number.Value);
    }

    [Fact]
    public async Task Persons_are_encrypted_and_each_look_says_why()
    {
        var number = await SendAsync(Draft());
        (await portal.AskAsync<long>("select count(*) from submission_incidents where position(convert_to('受伤者', 'UTF8') in hurt) > 0")).ShouldBe(0);
        (await portal.AskAsync<long>("select count(*) from submissions where description like '%受伤者%' or title like '%受伤者%' or place_text like '%受伤者%'")).ShouldBe(0);
        var reads = portal.Get<InquiryReadService>();

        (await reads.RevealPersonsAsync(People.Centre, number, "短")).Error.ShouldBeOfType<PlatformErrors.Required>();
        (await reads.RevealPersonsAsync(People.Clerk, number, "想看看是谁")).Error.ShouldBeOfType<SubmissionErrors.NotFound>();
        (await reads.RevealPersonsAsync(People.Centre, number, "联系学校核实")).Value.ShouldBe(new RevealedPersons("受伤者王小明", "动手者"));
        (await portal.ColumnAsync<string>("select detail from audit_entries where action = 'submission.reveal-persons' and subject_id = $1", number.Value)).ShouldBe(["原因：联系学校核实"]);
    }

    [Fact]
    public async Task The_same_form_with_other_persons_or_another_wish_is_another_report()
    {
        var draft = Draft();
        var first = (await Service.ReceiveAsync(SubmissionSource.Bullying, draft)).Value;

        (await Service.ReceiveAsync(SubmissionSource.Bullying, draft)).Value.ShouldBe(first with { Repeated = true });
        foreach (var incident in new[]
        {
            draft.Incident! with { Hurt = "别人" }, draft.Incident! with { Doers = "" }, draft.Incident! with { Role = ReporterRole.Parent },
            draft.Incident! with { Wish = AnswerWish.None },
        })
            (await Service.ReceiveAsync(SubmissionSource.Bullying, draft with { Incident = incident })).Error.ShouldBeOfType<SubmissionErrors.NumberReused>();
    }

    [Fact]
    public async Task The_code_opens_the_look_up_of_its_own_report_and_no_other()
    {
        var (number, other) = (await SendAsync(Draft()), await SendAsync(Draft()));
        var withPhone = await SendAsync(Draft() with { ContactPhone = "13900007531" });

        (await Reader.LookUpAsync(number.Value, ReporterCode.Shown(Code(number)).ToLowerInvariant())).IsOk.ShouldBeTrue();
        (await Reader.LookUpAsync(other.Value, Code(number))).Error.ShouldBeOfType<SubmissionErrors.LookupFailed>();
        (await Reader.LookUpAsync(withPhone.Value, Code(withPhone))).Error.ShouldBeOfType<SubmissionErrors.LookupFailed>();
        (await Reader.LookUpAsync(withPhone.Value, "7531")).IsOk.ShouldBeTrue();
        (await Reader.LookUpAsync(number.Value, "0000")).Error.ShouldBeOfType<SubmissionErrors.LookupFailed>();
        (await Reader.LookUpAsync(number.Value, "ABC")).Error.ShouldBeOfType<PlatformErrors.Required>();
    }

    private SubmissionService Service => portal.Get<SubmissionService>();

    private SubmissionReadService Reader => portal.Get<SubmissionReadService>();

    private RestrictedReadService Restricted => portal.Get<RestrictedReadService>();

    private AttachmentService Files => portal.Get<AttachmentService>();

    private static SubmissionDraft Draft() => new(Guid.NewGuid().ToString("N"), Canary + "标题", Canary + "经过")
    {
        Place = AreaCode.Parse(People.Township), PlaceText = "某中学", CategoryCode = "0806", Confidential = true,
        Incident = new IncidentDraft("受伤者王小明", "动手者", ReporterRole.Student, AnswerWish.Online),
    };

    private async Task<SubmissionNumber> SendAsync(SubmissionDraft draft, SubmissionSource? source = null)
    {
        var received = await Service.ReceiveAsync(source ?? SubmissionSource.Bullying, draft);
        received.Errors.ShouldBeEmpty();
        return received.Value.Number;
    }

    private string Code(SubmissionNumber number) => ReporterCode.Of(
        portal.Get<IPersonalDataProtector>(), portal.AskAsync<string>("select source_number from submissions where number = $1", number.Value).GetAwaiter().GetResult());

    private async Task<(Guid Id, uint Version)> FindAsync(SubmissionNumber number) => (
        await portal.AskAsync<Guid>("select id from submissions where number = $1", number.Value),
        await portal.AskAsync<uint>("select xmin from submissions where number = $1", number.Value));

    private Task<long> StepsAsync(Guid id) => portal.AskAsync<long>("select count(*) from submission_steps where submission_id = $1", id);
}
