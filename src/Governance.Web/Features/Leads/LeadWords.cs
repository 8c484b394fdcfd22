using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;

namespace Governance.Web.Features.Leads;

/// <summary>How the decision who leads is said.</summary>
public static class LeadWords
{
    /// <summary>Who leads or whose turn it is, in one sentence.</summary>
    public static string Turn(CaseDetailRecord found, CaseLabels labels)
    {
        if (found.State == CaseState.Consulting)
        {
            var waiting = found.Parties.Where(p => p.Role == LeadPartyRole.Consulted && p.ProposedCode is null).OrderBy(p => p.Position).ToList();
            var others = waiting.Count > 1 ? $"（{string.Join("、", waiting.Skip(1).Select(p => p.BodyName))}也可以先答复）" : "";
            var until = found.ConsultUntil is { } end ? $"会商期限 {CaseLabels.FullMoment(end)}，期满未商定的自动提请综治中心裁定。" : "";
            return $"会商中，等待{waiting.FirstOrDefault()?.BodyName}答复{others}。{until}";
        }
        if (found.State == CaseState.Deciding)
            return $"等待{labels.Body(found.TurnBodyCode ?? "")}{(found.LeadBodyCode is null ? "指定主办单位" : "裁定派单异议")}。";
        if (found.LeadBodyName is null)
            return "尚未确定主办单位。";
        var assisting = found.Parties.Where(p => p.Role == LeadPartyRole.Assisting).Select(p => p.BodyName).ToList();
        return $"由{found.LeadBodyName}主办{(assisting.Count > 0 ? $"，{string.Join("、", assisting)}协办" : "")}。";
    }

    /// <summary>Name of a role.</summary>
    public static string Name(LeadPartyRole role) => role switch
    {
        LeadPartyRole.Consulted => "会商单位",
        LeadPartyRole.Lead => "主办单位",
        LeadPartyRole.Assisting => "协办单位",
        _ => "已退出",
    };

    /// <summary>Colour of a role.</summary>
    public static TagTone Tone(LeadPartyRole role) => role switch
    {
        LeadPartyRole.Lead => TagTone.Active,
        LeadPartyRole.Consulted => TagTone.Warn,
        _ => TagTone.Plain,
    };

    /// <summary>What a body said.</summary>
    public static string Answer(LeadPartyRecord party) => party switch
    {
        { ObjectedAt: not null, ProposedCode: null } => "提出派单异议",
        { ProposedCode: null, Role: LeadPartyRole.Consulted } => "尚未答复",
        { ProposedCode: null } => "—",
        _ when party.ProposedCode == party.BodyCode => "同意由本部门主办",
        _ => $"主张由{party.ProposedName}主办",
    };

    /// <summary>What follows from a step.</summary>
    public static string? Hint(CaseStepKind step) => step switch
    {
        CaseStepKind.AnswerConsultation => "主张由其他部门主办的须写明理由。各部门意见一致的，立即确定主办；不一致的，提请综治中心指定",
        CaseStepKind.TakeMeasures => "主办确定之前，各部门在职责范围内先采取措施，防止影响扩大",
        CaseStepKind.RaiseObjection => "每个单位对一件案件只能提出一次；由综治中心裁定，期限照常计算",
        CaseStepKind.Designate => "指定后不能退回；理由记入经过",
        CaseStepKind.RejectObjection => "驳回后仍由该单位办理，不能再退回",
        _ => null,
    };
}
