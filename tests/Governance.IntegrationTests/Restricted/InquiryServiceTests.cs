using Governance.Application.Cases;
using Governance.Application.Parties;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Parties;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Restricted;

/// <summary>From a report of bullying to its answer on the look-up, on the real database (P53, A30).</summary>
[Trait("Provision", "P53")]
public sealed class InquiryServiceTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private static readonly Actor Teacher = People.Person(Role.DepartmentHandler, People.County + "-education", People.County, "梁老师");

    public async Task InitializeAsync()
    {
        foreach (var person in new[] { People.Centre, Teacher })
            await portal.AddAccountAsync(person);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_report_is_verified_answered_and_closed_and_its_reporter_reads_the_answer_by_the_code()
    {
        var (number, code, made) = await ReportAsync();
        (await Answers.FindAsync(number, code)).ShouldBe(new ReporterAnswer(CaseState.Accepted, null, true, false, []), new AnswerComparer());

        (await HandleAsync(made)).ShouldBeOfType<InquiryErrors.NoFinding>();
        (await RecordAsync(Teacher, made)).Errors.ShouldBeEmpty();
        (await CloseAsync(made)).Error.ShouldBeOfType<InquiryErrors.NotAnswered>();
        (await AnswerAsync(Teacher, made, InquiryReplyWay.Online, "已核实，学校已处理。")).Errors.ShouldBeEmpty();
        (await NotifyAsync(People.Centre, made, People.County + "-education", "辖区学校发生一起，已处理。")).Errors.ShouldBeEmpty();
        (await CloseAsync(made)).Errors.ShouldBeEmpty();

        var heard = (await Answers.FindAsync(number, code)).ShouldNotBeNull();
        (heard.State, heard.IsVerified).ShouldBe((CaseState.Closed, true));
        heard.Answers.ShouldHaveSingleItem().Words.ShouldBe("已核实，学校已处理。", "the notice is none of the reporter's business");
        (await Answers.FindAsync(number, "22222222")).ShouldBeNull();
        (await portal.ColumnAsync<string>("select action || ' ' || detail from audit_entries where subject_id = $1 and action in ('case.recordfinding', 'case.answerreporter', 'case.notifybody') order by at, action", made.Value))
            .ShouldBe(["case.recordfinding 查证属实", "case.answerreporter 查询页", "case.notifybody 新城区教育局书面"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_said_on_the_phone_is_not_shown_and_by_case_number_the_phone_tail_opens_the_same()
    {
        var (number, _, made) = await ReportAsync(phone: "13900007531");
        (await RecordAsync(People.Centre, made)).Errors.ShouldBeEmpty();
        (await AnswerAsync(People.Centre, made, InquiryReplyWay.Phone, "电话里说的话")).Errors.ShouldBeEmpty();

        foreach (var asked in new[] { number, made.Value })
        {
            (await Answers.FindAsync(asked, "7531")).ShouldNotBeNull().Answers.ShouldBeEmpty();
            (await Answers.FindAsync(asked, "7532")).ShouldBeNull();
        }
        (await Answers.FindAsync((await portal.RegisterAsync(People.Clerk, phone: "13900007531")).Value, "7531")).ShouldBeNull("an ordinary case");
    }

    [Fact]
    public async Task Words_that_leave_the_circle_name_nobody()
    {
        var (_, _, made) = await ReportAsync();
        var (id, _) = await portal.IdentifyAsync(made);
        (await portal.Get<ParticipantService>().AddAsync(People.Centre, new AddParticipant(id, new ParticipantFacts(ParticipantKind.Person, ParticipantRole.Respondent, "赵小红", "", "", "")))).Errors.ShouldBeEmpty();

        foreach (var name in new[] { "王小明", "李大强", "赵小红" })
        {
            (await AnswerAsync(People.Centre, made, InquiryReplyWay.Online, $"{name}的事已处理")).Error.ShouldBe(new InquiryErrors.NamesSomebody(name) { Field = "Words" });
            (await NotifyAsync(People.Centre, made, People.County + "-police", $"涉及{name}")).Error.ShouldBe(new InquiryErrors.NamesSomebody(name) { Field = "Words" });
        }
        (await AnswerAsync(People.Centre, made, InquiryReplyWay.Phone, "王小明的事已处理")).Errors.ShouldBeEmpty("said to the reporter and shown nowhere");
    }

    [Fact]
    public async Task Only_the_circle_records_and_only_bodies_of_the_pack_are_told()
    {
        var (_, _, made) = await ReportAsync();

        foreach (var outsider in new[] { People.Clerk, People.CityCentre, People.Leader, People.Handler, People.Administrator })
        {
            (await RecordAsync(outsider, made)).Error.ShouldBeOfType<CaseErrors.NotFound>(outsider.DisplayName);
            (await AnswerAsync(outsider, made, InquiryReplyWay.Online, "话")).Error.ShouldBeOfType<CaseErrors.NotFound>();
            (await NotifyAsync(outsider, made, People.County + "-education", "话")).Error.ShouldBeOfType<CaseErrors.NotFound>();
        }
        foreach (var body in new[] { People.Housing, People.OtherCounty + "-education", "", "x" })
            (await NotifyAsync(People.Centre, made, body, "话")).Error.ShouldBe(new InquiryErrors.UnknownBody { Field = "BodyCode" });
        (await portal.AskAsync<long>("select count(*) from case_inquiry_replies r join cases c on c.id = r.case_id where c.number = $1", made.Value)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_overwrites_nothing()
    {
        var (_, _, made) = await ReportAsync();
        var (id, version) = await portal.IdentifyAsync(made);
        (await Service.RecordAsync(Teacher, new RecordFinding(id, version, InquiryConclusion.Untrue, "没有", ""))).Errors.ShouldBeEmpty();

        (await Service.RecordAsync(People.Centre, new RecordFinding(id, version, InquiryConclusion.True, "有", "处理"))).Error.ShouldBeAssignableTo<ConflictError>()!.Message.ShouldContain("梁老师");
        (await portal.AskAsync<string>("select conclusion from case_inquiries where case_id = $1", id)).ShouldBe("Untrue");
    }

    [Fact]
    public async Task The_side_of_the_case_costs_three_statements()
    {
        var (_, _, made) = await ReportAsync();
        await RecordAsync(People.Centre, made);
        await AnswerAsync(People.Centre, made, InquiryReplyWay.Online, "已核实");
        InquiryView view = null!;

        var sent = await portal.Sql.HearAsync(async () =>
        {
            var head = (await portal.Reads.FindHeadAsync(People.Centre, made)).Value;
            (await portal.Get<RestrictedReadService>().FindAsync(People.Centre, head)).Errors.ShouldBeEmpty();
            view = (await portal.Get<InquiryReadService>().FindAsync(People.Centre, head)).Value;
        });

        sent.Count.ShouldBe(3);
        (view.MayInquire, view.Record!.Role, view.Record.NamesPersons, view.Record.Conclusion, view.Record.Replies.Count).ShouldBe((true, ReporterRole.Student, true, InquiryConclusion.True, 1));
        view.NoticeBodies.Select(b => b.Name).ShouldBe(["新城区教育局", "呼和浩特市公安局新城区分局"]);
    }

    [Fact]
    public async Task Confidentiality_is_asked_for_later_and_ends_with_consent_each_with_its_entry()
    {
        var number = await portal.RegisterAsync(People.Clerk, name: "乌云", phone: "13900007531");
        var service = portal.Get<ReporterConfidenceService>();
        async Task<ChangeConfidence> At(string reason)
        {
            var (id, version) = await portal.IdentifyAsync(number);
            return new ChangeConfidence(id, version, reason);
        }

        (await service.KeepAsync(People.Clerk, await At("来电提出"))).Errors.ShouldBeEmpty();
        (await portal.Reads.FindAsync(People.Leader, number)).Value.MaskedReporter.ShouldBe(CaseReadService.ConfidentialReporter);
        (await service.EndAsync(People.Centre, await At("本人同意"))).Error.ShouldBeOfType<CaseErrors.ReporterConfidential>();
        (await service.EndAsync(People.Clerk, await At("当面同意并签字"))).Errors.ShouldBeEmpty();

        (await portal.Reads.FindAsync(People.Leader, number)).Value.MaskedReporter.ShouldNotBe(CaseReadService.ConfidentialReporter);
        (await portal.ColumnAsync<string>("select action || ' ' || detail from audit_entries where subject_id = $1 and action like '%confiden%' order by at, action", number.Value))
            .ShouldBe(["case.keepconfidential 来电提出", "case.endconfidence 当面同意并签字"], ignoreOrder: true);
    }

    [Fact]
    public async Task Single_persons_are_named_instead_of_everybody_of_a_seat()
    {
        var second = People.Person(Role.DepartmentHandler, Teacher.BodyCode, People.County, "张老师");
        await portal.AddAccountAsync(second);
        var (_, _, made) = await ReportAsync();
        (await portal.Reads.FindAsync(second, made)).IsOk.ShouldBeTrue();
        var (id, version) = await portal.IdentifyAsync(made);
        var head = (await portal.Reads.FindHeadAsync(People.Centre, made)).Value;
        (await portal.Get<RestrictedReadService>().FindPeopleOfAsync(People.Centre, head, Teacher.BodyCode)).Select(p => p.Name).ShouldBe(["张老师", "梁老师"], ignoreOrder: true);
        (await portal.Get<RestrictedReadService>().FindPeopleOfAsync(Teacher, head, Teacher.BodyCode)).ShouldBeEmpty();

        (await portal.Get<RestrictionService>().NameHandlersAsync(People.Centre, new NameHandlers(id, version, Teacher.BodyCode, [Teacher.UserId], "由一人办理"))).Errors.ShouldBeEmpty();

        (await portal.Reads.FindAsync(second, made)).IsOk.ShouldBeFalse();
        (await portal.Reads.FindAsync(Teacher, made)).IsOk.ShouldBeTrue();
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = 'case.namehandlers'", made.Value)).ShouldBe("梁老师；移出：张老师。由一人办理");
    }

    private InquiryService Service => portal.Get<InquiryService>();

    private ReporterAnswers Answers => portal.Get<ReporterAnswers>();

    private async Task<(string Number, string? Code, CaseNumber Made)> ReportAsync(string phone = "")
    {
        var submissions = portal.Get<SubmissionService>();
        var receipt = (await submissions.ReceiveAsync(SubmissionSource.Bullying, new SubmissionDraft(Guid.NewGuid().ToString("N"), "某中学：学生欺凌举报", "放学后被堵")
        {
            Place = AreaCode.Parse(People.Township), PlaceText = "某中学", CategoryCode = "0806", Confidential = true, ContactPhone = phone,
            Incident = new IncidentDraft("王小明，初二3班", "李大强、不认识的两个人", ReporterRole.Student, AnswerWish.Online),
        })).Value;
        var id = await portal.AskAsync<Guid>("select id from submissions where number = $1", receipt.Number.Value);
        var version = await portal.AskAsync<uint>("select xmin from submissions where number = $1", receipt.Number.Value);
        var made = await submissions.AcceptAsync(
            People.Centre, new AcceptSubmission(id, version, CaseMaker.Facts with { CategoryCode = "0806", Channel = CaseChannel.Web }));
        made.Errors.ShouldBeEmpty();
        return (receipt.Number.Value, receipt.Code, made.Value);
    }

    // Through the ordinary steps to the closing, which is refused.
    private async Task<Error> HandleAsync(CaseNumber made)
    {
        (await portal.TakeAsync(People.Centre, made, CaseStepKind.Dispatch, body: Teacher.BodyCode)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(Teacher, made, CaseStepKind.Sign)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(Teacher, made, CaseStepKind.SubmitResult)).Errors.ShouldBeEmpty();
        (await portal.TakeAsync(People.Centre, made, CaseStepKind.PassVerification)).Errors.ShouldBeEmpty();
        return (await CloseAsync(made)).Error;
    }

    private Task<Result<CaseNumber>> CloseAsync(CaseNumber made) => portal.TakeAsync(People.Centre, made, CaseStepKind.Close, "已处理");

    private async Task<Result<CaseNumber>> RecordAsync(Actor actor, CaseNumber made)
    {
        var (id, version) = await portal.IdentifyAsync(made);
        return await Service.RecordAsync(actor, new RecordFinding(id, version, InquiryConclusion.True, "查看监控，分别询问", "批评教育，约谈家长"));
    }

    private async Task<Result<CaseNumber>> AnswerAsync(Actor actor, CaseNumber made, InquiryReplyWay way, string words)
    {
        var (id, version) = await portal.IdentifyAsync(made);
        return await Service.AnswerAsync(actor, new AnswerReporter(id, version, way, words, null, false));
    }

    private async Task<Result<CaseNumber>> NotifyAsync(Actor actor, CaseNumber made, string body, string words)
    {
        var (id, version) = await portal.IdentifyAsync(made);
        return await Service.NotifyAsync(actor, new NotifyBody(id, version, body, InquiryReplyWay.Letter, words, null));
    }

    private sealed class AnswerComparer : IEqualityComparer<ReporterAnswer?>
    {
        public bool Equals(ReporterAnswer? x, ReporterAnswer? y) =>
            (x?.State, x?.ClosedAt, x?.NeedsFinding, x?.IsVerified) == (y?.State, y?.ClosedAt, y?.NeedsFinding, y?.IsVerified) && x!.Answers.SequenceEqual(y!.Answers);

        public int GetHashCode(ReporterAnswer? obj) => 0;
    }
}
