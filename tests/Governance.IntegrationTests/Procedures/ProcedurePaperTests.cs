using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Governance.Application.Parties;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Parties;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.Infrastructure.Platform.Files;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>The papers of a procedure: filled, numbered, masked, audited, and good for Word.</summary>
[Trait("Provision", "P32")]
public sealed class ProcedurePaperTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Reporter = "乌云其其格";

    [Fact]
    public async Task Every_paper_opens_in_word_and_says_what_is_known()
    {
        var number = await MakeAsync();
        await portal.WalkAsync(People.Clerk, number, "people-mediation", "accept", "mediate");
        (await portal.EndAsync(People.Clerk, number, "people-mediation", "agreed", "一、三日内修好。\n二、{日期}不收费。")).Errors.ShouldBeEmpty();
        (await portal.Get<ProcedureService>().HandOverAsync(People.Clerk, new HandOverProcedure(
            await portal.AtAsync(People.Clerk, number, "people-mediation"),
            new HandOverSlip(HandOverDirection.ToCourt, "新城区人民法院", "（2026）12号", "协议书一份", portal.Today())))).Errors.ShouldBeEmpty();

        var papers = (await portal.TabAsync(People.Clerk, number)).Procedures.Single().Papers;
        papers.Select(p => p.Title).ShouldBe(["调解申请书", "受理通知书", "调解笔录", "调解协议书", "回访记录", "案件移送（分流）单"]);
        foreach (var template in papers)
        {
            var paper = (await AskAsync(People.Clerk, number, template.Code)).Value.Paper;
            var text = Read(WordFile.Write(paper), template.Code);
            text.ShouldContain(template.Title);
            text.Replace("{日期}不收费", "", StringComparison.Ordinal).ShouldNotContain("{");
            text.ShouldContain(template.Code == "application" ? number.Value : $"{template.Sign}〔2026〕");
        }
        var agreement = Read(WordFile.Write((await AskAsync(People.Clerk, number, "agreement")).Value.Paper), "agreement");
        foreach (var known in new[] { "一、三日内修好。", "500 元", "2026年4月9日", "海拉尔东路街道人民调解委员会", "陈安" })
            agreement.ShouldContain(known);
        // Braces that somebody typed are words, not a place to fill in.
        agreement.ShouldContain("二、{日期}不收费。");
        Read(WordFile.Write((await AskAsync(People.Clerk, number, "handover")).Value.Paper), "handover").ShouldContain("新城区人民法院");
    }

    [Fact]
    public async Task A_paper_keeps_its_number_and_the_next_of_its_kind_gets_the_next_one_also_when_many_ask_at_once()
    {
        var numbers = new List<CaseNumber>();
        for (var i = 0; i < 4; i++)
        {
            numbers.Add(await MakeAsync());
            await portal.WalkAsync(People.Clerk, numbers[i], "admin-mediation", "accept");
        }

        var made = await Task.WhenAll(numbers.Concat(numbers).Select(n => AskAsync(People.Clerk, n, "acceptance", "admin-mediation")));
        var signs = made.Select(m => m.Value.Paper.Lines.First(l => l.Kind == PaperLineKind.Right).Text).ToList();

        signs.Take(4).ShouldBe(signs.Skip(4));
        signs.Distinct().Count().ShouldBe(4);
        signs.ShouldAllBe(s => s.StartsWith("受通〔2026〕") && s.EndsWith('号'));
    }

    [Fact]
    public async Task People_are_masked_until_a_reason_is_stated_and_both_the_paper_and_the_look_leave_an_entry()
    {
        var number = await MakeAsync(lead: People.Village + "-committee");
        await portal.WalkAsync(People.Clerk, number, "people-mediation", "accept", "mediate");
        await AddAsync(number, ParticipantRole.Applicant, ParticipantKind.Person, "巴特尔", "13955556666", "团结小区四号楼");
        await AddAsync(number, ParticipantRole.Respondent, ParticipantKind.LegalPerson, "安居物业公司", null, null);

        foreach (var code in new[] { "application", "record", "agreement", "followup" })
        {
            var masked = Text(await AskAsync(People.Clerk, number, code));
            masked.ShouldContain("巴**", Shouldly.Case.Sensitive, code);
            masked.ShouldNotContain("巴特尔", Shouldly.Case.Sensitive, code);
            masked.ShouldNotContain("13955556666", Shouldly.Case.Sensitive, code);
            var clear = await AskAsync(People.Clerk, number, code, reason: "制作文书交当事人签字");
            (clear.Value.IsMasked, clear.Value.MayShow).ShouldBe((false, true));
            Text(clear).ShouldContain("巴特尔（自然人）　联系电话：13955556666　住址：团结小区四号楼", Shouldly.Case.Sensitive, code);
            // What nobody wrote down leaves room for the hand.
            Text(clear).ShouldContain("安居物业公司（法人）　联系电话：　　　　　　　住址：　　　　　　", Shouldly.Case.Sensitive, code);
        }
        Text(await AskAsync(People.Clerk, number, "acceptance", reason: "制作文书交当事人签字")).ShouldContain("巴特尔：");
        Text(await AskAsync(People.Clerk, number, "record", reason: "制作文书交当事人签字")).ShouldContain("被申请人：安居物业公司");

        foreach (var reason in new[] { "", "  ", "看看" })
            (await AskAsync(People.Clerk, number, "agreement", reason: reason)).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Reason");
        // The committee's grid member runs the mediation and may not see the names, whatever the reason.
        (await AskAsync(People.GridMember, number, "agreement", reason: "制作文书交当事人签字")).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        var hers = await AskAsync(People.GridMember, number, "agreement");
        (hers.Value.IsMasked, hers.Value.MayShow).ShouldBe((true, false));

        var papers = await portal.ColumnAsync<string>("select detail from audit_entries where action = 'procedure.paper' and subject_id = $1 order by at", number.Value);
        papers.Count.ShouldBe(11);
        papers.Count(d => d.EndsWith("，含当事人信息", StringComparison.Ordinal)).ShouldBe(6);
        var looks = await portal.ColumnAsync<string>("select detail from audit_entries where action = 'case.reveal-participant' and subject_id = $1", number.Value);
        looks.Count.ShouldBe(6);
        looks.ShouldContain("原因：制作文书交当事人签字；文书：调解协议书");
        papers.Concat(looks).ShouldAllBe(d => !d.Contains("巴特尔"));
    }

    [Fact]
    public async Task Without_an_applicant_the_reporter_asked_and_a_confidential_one_is_printed_for_nobody_who_may_not_know()
    {
        var open = await MakeAsync();
        await portal.WalkAsync(People.Clerk, open, "people-mediation", "accept");
        Text(await AskAsync(People.Handler, open, "application", reason: "制作文书交当事人签字")).ShouldContain($"{Reporter}　联系电话：13947112345　住址：");
        Text(await AskAsync(People.Handler, open, "application")).ShouldContain("乌**");

        var confidential = (await portal.Cases.RegisterAsync(People.Clerk, CaseMaker.Form(name: Reporter, phone: "13947112345", accept: true) with { Confidential = true })).Value;
        (await portal.TakeAsync(People.Clerk, confidential, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
        await portal.WalkAsync(People.Clerk, confidential, "people-mediation", "accept");
        foreach (var code in new[] { "application", "acceptance" })
        {
            foreach (var reason in new string?[] { null, "制作文书交当事人签字" })
            {
                var text = Text(await AskAsync(People.Handler, confidential, code, reason: reason));
                text.ShouldNotContain("乌");
                text.ShouldNotContain("139");
            }
            Text(await AskAsync(People.Clerk, confidential, code, reason: "制作文书交当事人签字")).ShouldContain(Reporter);
        }
        (await portal.AskAsync<long>("select count(*) from audit_entries where action = 'case.reveal-participant' and subject_id = $1", confidential.Value))
            .ShouldBe(2, "an empty paper shows nobody");
    }

    [Fact]
    public async Task Where_nobody_is_known_there_are_lines_to_write_on()
    {
        var number = await portal.RegisterAsync(People.Clerk, accept: true);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: People.Housing)).Errors.ShouldBeEmpty();
        await portal.WalkAsync(People.Clerk, number, "people-mediation");

        var paper = (await AskAsync(People.Clerk, number, "application")).Value;
        (paper.IsMasked, paper.MayShow).ShouldBe((false, false));
        paper.Paper.Lines.Count(l => l.Kind == PaperLineKind.Blank).ShouldBe(6);
    }

    [Fact]
    public async Task Nobody_else_gets_a_paper_and_no_paper_comes_before_its_time()
    {
        var number = await MakeAsync();
        await portal.WalkAsync(People.Clerk, number, "people-mediation");

        (await AskAsync(People.Clerk, number, "record")).Error.ShouldBeOfType<ProcedureErrors.NoSuchDocument>();
        (await AskAsync(People.Clerk, number, "agreement")).Error.ShouldBeOfType<ProcedureErrors.NoSuchDocument>();
        (await AskAsync(People.Clerk, number, "nonsense")).Error.ShouldBeOfType<ProcedureErrors.NoSuchDocument>();
        (await AskAsync(People.Leader, number, "application")).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        foreach (var stranger in new[] { People.ClerkElsewhere, People.UrbanHandler, People.Auditor, People.Administrator })
            (await AskAsync(stranger, number, "application")).Error.ShouldBeOfType<ProcedureErrors.NotFound>(stranger.Role.ToString());
        var other = await MakeAsync();
        var at = await portal.AtAsync(People.Clerk, number, "people-mediation");
        (await portal.Get<ProcedurePaperService>().MakeAsync(People.Clerk, new AskForPaper(other, at.Id, "application", false))).Error.ShouldBeOfType<ProcedureErrors.NotFound>();
        (await portal.AskAsync<long>("select count(*) from audit_entries where action = 'procedure.paper' and subject_id = $1", number.Value)).ShouldBe(0);
    }

    [Fact]
    public async Task A_limit_that_nobody_vouches_for_is_not_told_to_the_parties()
    {
        var number = await MakeAsync();
        await portal.WalkAsync(People.Clerk, number, "people-mediation", "accept");
        Text(await AskAsync(People.Clerk, number, "acceptance")).ShouldNotContain("1 个月");

        var medical = await MakeAsync();
        await portal.WalkAsync(People.Clerk, medical, "medical-mediation", "accept");
        Text(await AskAsync(People.Clerk, medical, "acceptance", "medical-mediation")).ShouldContain("30 个工作日（《医疗纠纷预防和处理条例》第三十八条）");
    }

    private async Task<CaseNumber> MakeAsync(string? lead = null)
    {
        var number = await portal.RegisterAsync(People.Clerk, name: Reporter, phone: "13947112345", accept: true);
        (await portal.TakeAsync(People.Clerk, number, CaseStepKind.Dispatch, body: lead ?? People.Housing)).Errors.ShouldBeEmpty();
        return number;
    }

    private async Task AddAsync(CaseNumber number, ParticipantRole role, ParticipantKind kind, string name, string? phone, string? address) =>
        (await portal.Get<ParticipantService>().AddAsync(People.Clerk, new AddParticipant(
            (await portal.IdentifyAsync(number)).Id, new ParticipantFacts(kind, role, name, phone, null, address)))).Errors.ShouldBeEmpty();

    private async Task<Domain.Common.Result<MadePaper>> AskAsync(
        Actor actor, CaseNumber number, string code, string kind = "people-mediation", string? reason = null)
    {
        var at = await portal.AtAsync(People.Clerk, number, kind);
        return await portal.Get<ProcedurePaperService>().MakeAsync(actor, new AskForPaper(number, at.Id, code, ForWord: true, reason));
    }

    private static string Text(Domain.Common.Result<MadePaper> paper) => string.Join('\n', paper.Value.Paper.Lines.Select(l => l.Text));

    private static string Read(byte[] file, string what)
    {
        using var stream = new MemoryStream(file);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        new OpenXmlValidator().Validate(word).Select(e => $"{what}: {e.Description} {e.Path?.XPath}").ShouldBeEmpty();
        return word.MainDocumentPart!.Document.Body!.InnerText;
    }
}
