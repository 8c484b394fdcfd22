using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
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
            var paper = (await AskAsync(People.Clerk, number, template.Code)).Value;
            var text = Read(WordFile.Write(paper), template.Code);
            text.ShouldContain(template.Title);
            text.Replace("{日期}不收费", "", StringComparison.Ordinal).ShouldNotContain("{");
            text.ShouldContain(template.Code == "application" ? number.Value : $"{template.Sign}〔2026〕");
        }
        var agreement = Read(WordFile.Write((await AskAsync(People.Clerk, number, "agreement")).Value), "agreement");
        foreach (var known in new[] { "一、三日内修好。", "500 元", "2026年4月9日", "海拉尔东路街道人民调解委员会", "陈安" })
            agreement.ShouldContain(known);
        // Braces that somebody typed are words, not a place to fill in.
        agreement.ShouldContain("二、{日期}不收费。");
        Read(WordFile.Write((await AskAsync(People.Clerk, number, "handover")).Value), "handover").ShouldContain("新城区人民法院");
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
        var signs = made.Select(m => m.Value.Lines.First(l => l.Kind == PaperLineKind.Right).Text).ToList();

        signs.Take(4).ShouldBe(signs.Skip(4));
        signs.Distinct().Count().ShouldBe(4);
        signs.ShouldAllBe(s => s.StartsWith("受通〔2026〕") && s.EndsWith('号'));
    }

    [Fact]
    public async Task The_name_of_who_asked_is_filled_in_only_with_the_right_to_see_it_and_leaves_an_entry()
    {
        var number = await MakeAsync(lead: People.Village + "-committee");
        await portal.WalkAsync(People.Clerk, number, "people-mediation", "accept");

        Text(await AskAsync(People.Clerk, number, "acceptance")).ShouldContain(Reporter);
        // The committee's grid member runs the mediation and may not see the name.
        var masked = Text(await AskAsync(People.GridMember, number, "acceptance"));
        masked.ShouldNotContain(Reporter);
        masked.ShouldContain("乌**");

        var details = await portal.ColumnAsync<string>("select detail from audit_entries where action = 'procedure.paper' and subject_id = $1 order by at", number.Value);
        details.Count.ShouldBe(2);
        details.Count(d => d.Contains("含反映人姓名", StringComparison.Ordinal)).ShouldBe(1);
        details.ShouldAllBe(d => !d.Contains(Reporter));
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

    private async Task<Domain.Common.Result<Paper>> AskAsync(Actor actor, CaseNumber number, string code, string kind = "people-mediation")
    {
        var at = await portal.AtAsync(People.Clerk, number, kind);
        return await portal.Get<ProcedurePaperService>().MakeAsync(actor, new AskForPaper(number, at.Id, code, ForWord: true));
    }

    private static string Text(Domain.Common.Result<Paper> paper) => string.Join('\n', paper.Value.Lines.Select(l => l.Text));

    private static string Read(byte[] file, string what)
    {
        using var stream = new MemoryStream(file);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        new OpenXmlValidator().Validate(word).Select(e => $"{what}: {e.Description} {e.Path?.XPath}").ShouldBeEmpty();
        return word.MainDocumentPart!.Document.Body!.InnerText;
    }
}
