using System.Runtime.CompilerServices;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Attachments;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.UnitTests.Cities;
using Governance.Web.Commands;
using Governance.Web.Features.Cases;
using Governance.Web.Features.Intake;
using Governance.Web.Navigation;

namespace Governance.UnitTests.Help;

/// <summary>The guide uses the words of the interface and says the same of its rules, so that neither changes alone.</summary>
public sealed class HelpWordsTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Packs.Root, "..", "docs", "user-guide"));

    public static TheoryData<CaseStepKind> Steps => new(CaseStepRule.All.Select(rule => rule.Kind).Append(CaseStepKind.Correct));

    public static TheoryData<CaseStepKind> LeadSteps => new(LeadStepRule.All.Select(rule => rule.Kind));

    [Fact]
    public void Every_entry_of_the_menu_is_explained()
    {
        var roles = Page("roles");
        foreach (var entry in PortalMenu.All)
            roles.ShouldContain($"\n| {entry.Title} | ");
    }

    [Fact]
    public void Every_role_is_explained()
    {
        var roles = Page("roles");
        foreach (var role in Roles.All)
            roles.ShouldContain($"\n| {role.DisplayName()} | ");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_step_of_a_case_has_its_part_with_who_what_and_how_to_mend_it(CaseStepKind step)
    {
        var part = Part("handling", step.DisplayName());

        part.ShouldContain("- 谁能做：");
        part.ShouldContain("- 之后：");
        part.ShouldContain("- 办错了：");
        if (step == CaseStepKind.Correct)
            return;
        var rule = CaseStepRule.For(step);
        part.ShouldContain($"{rule.NoteLabel}，{(rule.NoteRequired ? "必填" : "可不填")}。");
        part.ShouldContain(rule.Owner == StepOwner.LeadBody ? "- 谁能做：承办人" : rule.Kind == CaseStepKind.FailVerification ? "相同" : "- 谁能做：辖区经办人");
        if (rule.Kind != CaseStepKind.FailVerification)
            foreach (var from in rule.From)
                part.Split('\n')[1..].First(line => line.StartsWith("- 谁能做", StringComparison.Ordinal)).ShouldContain(from.DisplayName());
        part.ShouldContain(rule.To == CaseState.Refused ? "不再计期限" : rule.To.DisplayName());
    }

    [Theory]
    [MemberData(nameof(LeadSteps))]
    public void Every_step_around_the_lead_has_its_part_with_who_what_and_how_to_mend_it(CaseStepKind step)
    {
        var part = Part("leads", step.DisplayName());
        var rule = LeadStepRule.For(step);

        part.ShouldContain($"{rule.NoteLabel}，{(rule.NoteRequired ? "必填" : "可不填")}。");
        foreach (var from in rule.From)
            part.Split('\n')[1..].First(line => line.StartsWith("- 谁能做", StringComparison.Ordinal)).ShouldContain(from.DisplayName());
        part.ShouldContain("- 之后：");
        part.ShouldContain("- 办错了：");
    }

    [Fact]
    public void Every_rule_who_leads_is_told_as_the_case_tells_it()
    {
        foreach (var rule in LeadRule.All)
            Page("leads").ShouldContain(rule.Sentence);
    }

    [Fact]
    public void Every_state_says_who_is_waited_for()
    {
        var handling = Page("handling");
        foreach (var state in Enum.GetValues<CaseState>())
            handling.ShouldContain($"\n| {state.DisplayName()} | ");
    }

    [Fact]
    public void Citizens_words_for_a_state_are_the_ones_of_the_look_up_page()
    {
        var lookup = Page("lookup").Split('\n');
        foreach (var state in Enum.GetValues<CaseState>())
            lookup.Single(line => line.StartsWith($"| {CitizenWords.State(state)} |", StringComparison.Ordinal)).ShouldContain(state.DisplayName());
        Page("lookup").ShouldContain($"每分钟最多 {LookupLimiter.PerMinute} 次");
    }

    [Fact]
    public void Every_standing_and_urgency_is_explained()
    {
        foreach (var timeliness in Enum.GetValues<CaseTimeliness>())
            Page("deadlines").ShouldContain(timeliness.DisplayName());
        foreach (var urgency in Enum.GetValues<CaseUrgency>())
            Page("register").ShouldContain(urgency.DisplayName());
    }

    [Fact]
    public void The_limits_of_accounts_are_the_ones_of_the_program()
    {
        var started = Page("getting-started");
        started.ShouldContain(PasswordRules.Hint);
        foreach (var page in new[] { started, Page("questions") })
        {
            page.ShouldContain($"连续输错 {PasswordRules.FailuresUntilLock} 次");
            page.ShouldContain($"账号锁定 {PasswordRules.LockMinutes} 分钟");
        }
    }

    [Fact]
    public void The_limits_of_cases_are_the_ones_of_the_program()
    {
        Page("register").ShouldContain($"最多 {CaseFacts.DescriptionLength} 字，标题最多 {CaseFacts.TitleLength} 字");
        Page("handling").ShouldContain($"说明和理由最多 {CaseStep.NoteLength} 字");
        Page("lists").ShouldContain($"一次最多 {CaseReadService.ExportBound} 件");
        Page("lists").ShouldContain($"每页 {PageRequest.DefaultSize} 件");
        Page("audit").ShouldContain($"一次最多 {AuditReadService.ExportBound} 条");
        Page("reporter").ShouldContain($"至少 {CaseReadService.ReasonMinimum} 个字");
    }

    [Fact]
    public void The_limits_of_files_are_the_ones_of_the_program()
    {
        Page("files").ShouldContain($"每个不超过 {Attachment.MostBytes / 1024 / 1024} 兆，一件案件最多 {Attachment.MostOfOwner} 个");
        Page("report").ShouldContain($"最多 {Attachment.MostOfCitizen} 张");
        Page("report").ShouldContain($"最多 {Report.WordsLength} 字");
        Page("report").ShouldContain($"十分钟最多 {ReportLimiter.PerAddress} 次");
        Page("lookup").ShouldContain($"查错 {LookupLocks.FreeMisses} 次");
        foreach (var stage in Enum.GetValues<AttachmentStage>())
            Page("files").ShouldContain(stage.DisplayName());
    }

    [Fact]
    public void Every_administration_verb_is_explained()
    {
        var own = typeof(IAdminVerb).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IAdminVerb)) && type.IsClass && type != typeof(PostgresClientVerb))
            .Select(type => ((IAdminVerb)RuntimeHelpers.GetUninitializedObject(type)).Name).ToList();
        own.ShouldContain("migrate");
        foreach (var verb in own.Concat(PostgresClientVerb.Programs.Select(program => program.Name)))
            Page("operations").ShouldContain($"\n| `{verb}` | ");
    }

    [Fact]
    public void Every_audited_action_is_named()
    {
        foreach (var action in AuditActions.All.Values)
            Page("audit").ShouldContain(action);
    }

    private static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md"));

    private static string Part(string page, string heading)
    {
        var parts = Page(page).Split("\n### ");
        return parts.SingleOrDefault(part => part.StartsWith(heading + "\n", StringComparison.Ordinal)).ShouldNotBeNull($"{page}.md: ### {heading}");
    }
}
