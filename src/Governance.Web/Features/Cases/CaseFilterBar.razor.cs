using Governance.Application.Cases;
using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>What a list is filtered by, as links.</summary>
public sealed partial class CaseFilterBar
{
    private List<(string Text, string Href, bool On)> _quick = [];
    private List<(string Text, string Href)> _inForce = [];
    private List<(string Code, string Name)> _areas = [];

    /// <summary>The filter in force.</summary>
    [Parameter, EditorRequired]
    public CaseListCriteria Criteria { get; set; } = new();

    /// <summary>Who looks; the areas on offer are the person's own.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var plain = Criteria with { Phase = null, Timeliness = null };
        _quick =
        [
            Quick("全部", plain),
            Quick("在办", plain with { Phase = CasePhase.Open }),
            Quick("即将到期", plain with { Timeliness = CaseTimeliness.DueSoon }),
            Quick("已超期", plain with { Timeliness = CaseTimeliness.Overdue }),
            Quick("环节超时", plain with { Timeliness = CaseTimeliness.StepOverdue }),
            Quick("办结", plain with { Phase = CasePhase.Closed, Sort = CaseSort.Newest }),
        ];
        var supervised = Criteria.Supervision == CaseSupervisionStanding.Supervised;
        _quick.Add(("督办中", CaseListQuery.Href(Criteria with { Supervision = supervised ? null : CaseSupervisionStanding.Supervised }), supervised));
        if (Criteria.View == CaseView.Mine)
            _quick.RemoveAll(q => q.Text is "在办" or "办结");
        _inForce = InForce().ToList();
        _areas = Areas().ToList();
    }

    private (string Text, string Href, bool On) Quick(string text, CaseListCriteria criteria) =>
        (text, CaseListQuery.WholeHref(criteria), criteria.Phase == Criteria.Phase && criteria.Timeliness == Criteria.Timeliness);

    private IEnumerable<(string Text, string Href)> InForce()
    {
        var pack = Reference.Pack;
        if (!string.IsNullOrEmpty(Criteria.Text))
            yield return ($"检索：{Criteria.Text}", CaseListQuery.WholeHref(Criteria with { Text = null }));
        if (Criteria.State is { } state)
            yield return ($"状态：{state.DisplayName()}", CaseListQuery.WholeHref(Criteria with { State = null }));
        if (Criteria.Phase is CasePhase.Refused)
            yield return ($"阶段：{CasePhase.Refused.DisplayName()}", CaseListQuery.WholeHref(Criteria with { Phase = null }));
        if (Criteria.Timeliness is { } timeliness and (CaseTimeliness.ClosedOnTime or CaseTimeliness.ClosedLate))
            yield return ($"期限：{timeliness.DisplayName()}", CaseListQuery.WholeHref(Criteria with { Timeliness = null }));
        if (Criteria.Supervision is { } supervision and not CaseSupervisionStanding.Supervised)
            yield return (supervision.DisplayName(), CaseListQuery.Href(Criteria with { Supervision = null }));
        if (Criteria.Clock is { } clock)
            yield return (clock.DisplayName(), CaseListQuery.Href(Criteria with { Clock = null }));
        if (Criteria.Satisfaction is { } satisfaction)
            yield return ($"满意度：{satisfaction.DisplayName()}", CaseListQuery.WholeHref(Criteria with { Satisfaction = null }));
        if (Criteria.MattersOnly)
            yield return ("不含已并案", CaseListQuery.WholeHref(Criteria with { MattersOnly = false }));
        if (Criteria.Urged)
            yield return ("催办中", CaseListQuery.WholeHref(Criteria with { Urged = false }));
        if (Criteria.Measure is { } measure)
            yield return (measure.DisplayName(), CaseListQuery.WholeHref(Criteria with { Measure = null }));
        if (Criteria.Department is { } department)
            yield return ($"承办部门：{pack.DepartmentName(department)}", CaseListQuery.WholeHref(Criteria with { Department = null }));
        if (Criteria.Category is { } category)
            yield return ($"类别：{pack.CategoryName(category)}", CaseListQuery.WholeHref(Criteria with { Category = null }));
        if (Criteria.Channel is { } channel)
            yield return ($"来源：{channel.DisplayName()}", CaseListQuery.WholeHref(Criteria with { Channel = null }));
        if (Criteria.Urgency is { } urgency)
            yield return ($"紧急程度：{urgency.DisplayName()}", CaseListQuery.WholeHref(Criteria with { Urgency = null }));
        if (Criteria.Area is { } area)
            yield return ($"地区：{(pack.PlaceName(area) is { Length: > 0 } name ? name : pack.Profile.Name)}", CaseListQuery.WholeHref(Criteria with { Area = null }));
        if (Criteria.From is not null || Criteria.To is not null)
            yield return ($"登记：{Criteria.From:yyyy-MM-dd} 至 {Criteria.To:yyyy-MM-dd}", CaseListQuery.WholeHref(Criteria with { From = null, To = null }));
    }

    /// <summary>The divisions directly inside the person's scope and those inside the chosen one: two short steps reach a village.</summary>
    private IEnumerable<(string Code, string Name)> Areas()
    {
        var pack = Reference.Pack;
        var chosen = Criteria.Area is { } area && Actor.Scope.Contains(area) ? area : Actor.Scope;
        for (var level = Actor.Scope.Level; level < chosen.Level; level++)
            if (level + 1 <= chosen.Level && chosen.AncestorAt(level + 1) is var above && above != chosen)
                yield return (above.Value, pack.PlaceName(above));
        if (chosen != Actor.Scope)
            yield return (chosen.Value, pack.PlaceName(chosen));
        if (chosen != Actor.Scope && Criteria.Area?.Level == DivisionLevel.Village)
            chosen = chosen.AncestorAt(DivisionLevel.Township);
        foreach (var child in pack.ChildrenOf(chosen).Where(c => c.Code != Criteria.Area))
            yield return (child.Code.Value, pack.PlaceName(child.Code));
        if (chosen == Actor.Scope)
            yield break;
        foreach (var sibling in pack.ChildrenOf(Actor.Scope).Where(c => !c.Code.Contains(chosen)))
            yield return (sibling.Code.Value, pack.PlaceName(sibling.Code));
    }
}
