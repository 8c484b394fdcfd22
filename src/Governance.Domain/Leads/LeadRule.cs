using Governance.Domain.Cities;

namespace Governance.Domain.Leads;

/// <summary>What a rule leads to.</summary>
public enum LeadOutcome
{
    /// <summary>A department leads (主办).</summary>
    Lead = 1,

    /// <summary>The departments consult (会商).</summary>
    Consult = 2,

    /// <summary>The centre decides (裁定).</summary>
    Centre = 3,
}

/// <summary>
/// One row of the table that says who leads (H43). Rows are asked in order and the first that fits decides, so that every situation
/// has exactly one answer: one lead, or one body whose turn it is.
/// </summary>
/// <param name="Sentence">The rule as people read it on the case.</param>
/// <param name="Fits">Whether it decides this situation.</param>
/// <param name="Outcome">What it leads to.</param>
/// <param name="Lead">The department that leads, where the outcome is one.</param>
/// <param name="Ground">Key of the pack's grounds it rests on.</param>
public sealed record LeadRule(
    string Sentence, Func<LeadSituation, bool> Fits, LeadOutcome Outcome, Func<LeadSituation, LeadDepartment?> Lead, string Ground)
{
    /// <summary>A case that comes back this often goes to the centre by itself.</summary>
    public const int BouncesUntilCentre = 3;

    /// <summary>The centre has named the lead.</summary>
    public static LeadRule TheCentreNamedTheLead { get; } = Leads(
        "综治中心已经指定的，由指定的部门主办", s => s.Named is not null, s => s.Named, GroundKeys.CaseDesignateLead);

    /// <summary>The assigned department objects.</summary>
    public static LeadRule AnObjectionIsDecidedByTheCentre { get; } = Asks(
        LeadOutcome.Centre, "承办部门对分派提出异议的，由综治中心裁定", s => s.Objector is not null, GroundKeys.CaseDesignateLead);

    /// <summary>The case was sent back too often.</summary>
    public static LeadRule TheThirdBounceGoesToTheCentre { get; } = Asks(
        LeadOutcome.Centre, "第三次被退回的，自动提请综治中心指定主办部门", s => s.ReturnedBy.Count >= BouncesUntilCentre, GroundKeys.CaseDesignateLead);

    /// <summary>Several areas are touched.</summary>
    public static LeadRule SeveralAreasAreOrganisedByTheCentreAbove { get; } = Asks(
        LeadOutcome.Centre, "跨地区的，由涉及地区的上一级综治中心组织，并确定主办部门", s => s.Areas.Count > 1, GroundKeys.CaseCrossArea);

    /// <summary>Only one department is competent.</summary>
    public static LeadRule TheOnlyCompetentDepartmentLeads { get; } = Leads(
        "只有一个职责部门的，由该部门办理", s => s.Departments.Count == 1, s => s.Departments[0], GroundKeys.CaseDispatch);

    /// <summary>All proposed the same department.</summary>
    public static LeadRule TheDepartmentAgreedOnLeads { get; } = Leads(
        "各部门会商一致的，由商定的部门主办", s => s.Agreed is not null, s => s.Agreed, GroundKeys.CaseConsult);

    /// <summary>All answered and they differ.</summary>
    public static LeadRule AFailedConsultationGoesToTheCentre { get; } = Asks(
        LeadOutcome.Centre, "协商不成的，由本级综治中心指定主办部门", s => !s.Unanswered.Any(), GroundKeys.CaseDesignateLead);

    /// <summary>The time for consulting is over.</summary>
    public static LeadRule AnExpiredConsultationGoesToTheCentre { get; } = Asks(
        LeadOutcome.Centre, "会商期满没有商定的，视为协商不成，由本级综治中心指定主办部门", s => s.Expired, GroundKeys.CaseDesignateLead);

    /// <summary>Otherwise the departments talk to each other.</summary>
    public static LeadRule SeveralDepartmentsConsult { get; } = Asks(
        LeadOutcome.Consult, "涉及两个以上部门的，先由各部门会商；会商期间各部门在职责范围内先行采取措施", _ => true, GroundKeys.CaseConsult);

    /// <summary>The table.</summary>
    public static IReadOnlyList<LeadRule> All { get; } =
    [
        TheCentreNamedTheLead, AnObjectionIsDecidedByTheCentre, TheThirdBounceGoesToTheCentre, SeveralAreasAreOrganisedByTheCentreAbove,
        TheOnlyCompetentDepartmentLeads, TheDepartmentAgreedOnLeads, AFailedConsultationGoesToTheCentre,
        AnExpiredConsultationGoesToTheCentre, SeveralDepartmentsConsult,
    ];

    /// <summary>Who leads, or whose turn it is.</summary>
    public static LeadDecision Decide(LeadSituation situation)
    {
        var rule = All.First(r => r.Fits(situation));
        return rule.Outcome switch
        {
            LeadOutcome.Lead => new LeadDecision(rule, rule.Lead(situation), null, LeadFacts.Say(situation, rule)),
            LeadOutcome.Consult => new LeadDecision(rule, null, situation.Unanswered.First(), LeadFacts.Say(situation, rule)),
            _ => new LeadDecision(rule, null, situation.Centre, LeadFacts.Say(situation, rule)),
        };
    }

    private static LeadRule Leads(string sentence, Func<LeadSituation, bool> fits, Func<LeadSituation, LeadDepartment?> lead, string ground) =>
        new(sentence, fits, LeadOutcome.Lead, lead, ground);

    private static LeadRule Asks(LeadOutcome outcome, string sentence, Func<LeadSituation, bool> fits, string ground) =>
        new(sentence, fits, outcome, _ => null, ground);
}

/// <summary>The answer of the table: a lead or a turn, never both, never neither.</summary>
/// <param name="Rule">The row that decided.</param>
/// <param name="Lead">The department that leads, or null.</param>
/// <param name="Turn">The body whose turn it is, or null: the centre, or the department that answers next.</param>
/// <param name="Facts">The facts and the rule in words, for the timeline.</param>
public sealed record LeadDecision(LeadRule Rule, LeadDepartment? Lead, LeadDepartment? Turn, string Facts);
