using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Restricted;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Demo;

/// <summary>
/// Restricted matters for the demo: a lead that went to the police with a receipt, a report of bullying that waits, and one that was verified and
/// answered. The account of the centre keeps their circles, that of the police is the named handler of the lead.
/// </summary>
internal sealed class DemoRestricted(
    IDbContextFactory<GovernanceDbContext> contexts, CaseService cases, HandOverService handOvers, SubmissionService submissions,
    InquiryService inquiries, IReferenceData reference)
{
    /// <summary>Makes them in the name of the demo's people.</summary>
    /// <returns>How many cases were made.</returns>
    public async Task<int> AddAsync(DemoRoster roster, IReadOnlyList<Actor> people, CancellationToken ct)
    {
        Actor Person(string account) => people.Single(p => p.Account == account);
        // The centre of the county keeps the circles of what happens there.
        var (clerk, centre, police) = (Person("clerk"), Person("county"), Person("police"));
        var made = 0;
        if (reference.Pack.FindRestriction("organised-crime") is { Categories: [var crime, ..] })
        {
            await AddLeadAsync(roster, crime, clerk, centre, police, ct);
            made++;
        }
        if (reference.Pack.Restrictions.FirstOrDefault(r => r.HasIntake) is { } rule)
        {
            await AddReportsAsync(roster, rule, centre, ct);
            made++;
        }
        return made;
    }

    private async Task AddLeadAsync(DemoRoster roster, string category, Actor clerk, Actor centre, Actor police, CancellationToken ct)
    {
        var facts = new CaseFacts(
            "早市摊主被强收保护费", "早市多名摊主反映，三名男子每周一来收所谓管理费，不交就掀摊子、扣秤，已持续两个月，摊主不敢声张，希望有关部门查处。",
            roster.Village, "早市西口", category, CaseChannel.Counter, CaseUrgency.Urgent);
        var made = (await cases.RegisterAsync(clerk, new RegisterCase(facts, null, null, Guid.CreateVersion7(), AcceptAtOnce: false), ct)).Must();
        var (id, version) = await CaseAsync(made, ct);
        (await handOvers.HandOverAsync(centre, new HandOverCase(id, version, [police.UserId], "摊主陈述笔录两份，照片三张。"), ct)).Must();
        (await handOvers.ConfirmAsync(police, new ConfirmReceipt(id, (await CaseAsync(made, ct)).Version, "公刑收（演示）17号", police.DisplayName), ct)).Must();
    }

    private async Task AddReportsAsync(DemoRoster roster, RestrictionRule rule, Actor centre, CancellationToken ct)
    {
        (await submissions.ReceiveAsync(
            SubmissionSource.Bullying,
            Report(roster, rule, "demo-bullying-1", "第八中学初二年级", "发生时间：这周三放学后\n几个高年级学生把同班同学堵在操场后面，抢走饭卡，还推倒在地上。\n反映人身份：学生", ReporterRole.Student, AnswerWish.Online),
            ct)).Must();
        var draft = Report(
            roster, rule, "demo-bullying-2", "第三小学五年级", "发生时间：上个月开始\n孩子在班级群里被起外号、辱骂，下课被围住，已不愿上学，聊天截图都保存着。\n反映人身份：家长或监护人", ReporterRole.Parent, AnswerWish.Online)
            with { ContactName = "郑女士", ContactPhone = "13900000009" };
        var received = (await submissions.ReceiveAsync(SubmissionSource.Bullying, draft, ct)).Must();
        var facts = new CaseFacts(
            draft.Title, draft.Description, roster.Village, draft.PlaceText, draft.CategoryCode, CaseChannel.Web, CaseUrgency.Urgent);
        var (submission, seen) = await SubmissionAsync(received.Number, ct);
        var made = (await submissions.AcceptAsync(centre, new AcceptSubmission(submission, seen, facts), ct)).Must();
        (await inquiries.RecordAsync(centre, await AtAsync(made, (id, version) => new RecordFinding(
            id, version, InquiryConclusion.PartlyTrue, "查看聊天记录，分别询问班主任和有关学生，辱骂、起外号属实，未发现殴打。", "学校已批评教育并约谈家长，心理老师每周见面一次。"), ct), ct)).Must();
        (await inquiries.AnswerAsync(centre, await AtAsync(made, (id, version) => new AnswerReporter(
            id, version, InquiryReplyWay.Online, "您反映的情况已核实，学校已对有关学生批评教育并约谈家长，安排了心理辅导。如再发生，请及时告诉我们。", null, true), ct), ct)).Must();
        if (rule.NoticeBodies is [var told, ..] && reference.Pack.FindBodyFor(facts.Place, told) is { } body)
            (await inquiries.NotifyAsync(centre, await AtAsync(made, (id, version) => new NotifyBody(
                id, version, body.Code, InquiryReplyWay.Letter, "辖区一所小学发生网络辱骂同学的情况，已处理，建议开展一次班级群管理检查。", null), ct), ct)).Must();
    }

    private static SubmissionDraft Report(
        DemoRoster roster, RestrictionRule rule, string key, string school, string told, ReporterRole role, AnswerWish wish) =>
        new(key, $"{school}：学生欺凌举报", told)
        {
            Place = roster.Township, PlaceText = school, CategoryCode = rule.Categories[0], Confidential = true,
            Incident = new IncidentDraft("本班一名女生", "高年级三人", role, wish),
        };

    private async Task<T> AtAsync<T>(CaseNumber number, Func<Guid, uint, T> command, CancellationToken ct)
    {
        var (id, version) = await CaseAsync(number, ct);
        return command(id, version);
    }

    private async Task<(Guid Id, uint Version)> CaseAsync(CaseNumber number, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Case>().Where(c => c.Number == number).Select(c => new ValueTuple<Guid, uint>(c.Id, c.Version)).SingleAsync(ct);
    }

    private async Task<(Guid Id, uint Version)> SubmissionAsync(SubmissionNumber number, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<Submission>().Where(s => s.Number == number).Select(s => new ValueTuple<Guid, uint>(s.Id, s.Version)).SingleAsync(ct);
    }
}
