using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Governance.Web.Features.Procedures;

/// <summary>化解程序: the work list, what hurts soonest first. A static page, like every list.</summary>
public sealed partial class ProcedureList(ProcedureReadService reader, CaseLabels labels, IReferenceData reference, IActorProvider actors, NavigationManager navigation)
{
    private readonly CaseLabels _labels = labels;
    private ProcedureListCriteria _criteria = new();
    private Page<ProcedureRow>? _page;
    private TablePager? _pager;
    private string? _refusal;
    private IReadOnlyList<(string Code, string Name)> _areas = [];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.GetAsync();
        var query = new Uri(navigation.Uri).Query;
        _criteria = ProcedureListQuery.Read(query);
        var pack = reference.Pack;
        _areas =
        [
            .. pack.Divisions.Where(d => d.Level is DivisionLevel.County or DivisionLevel.Township && actor.Scope.Contains(d.Code) && d.Code != actor.Scope
                && (d.Level == DivisionLevel.County || actor.Scope.Level >= DivisionLevel.County)).Select(d => (d.Code.Value, pack.PlaceName(d.Code))),
        ];
        var found = await reader.ListAsync(actor, _criteria, PageAddress.Read(query));
        _page = found.IsOk ? found.Value : null;
        _pager = _page?.Pager(navigation, "项");
        _refusal = found.IsOk ? null : found.Error.Message;
    }

    private RenderFragment Moment(ProcedureRow row) => builder =>
    {
        if (_criteria.Standing == ProcedureListStanding.Ended)
            builder.AddContent(0, CaseLabels.FullMoment(row.EndedAt!.Value));
        else if ((_criteria.Standing == ProcedureListStanding.ToConfirm ? row.ConfirmUntil : row.DueAt) is { } due)
            Tag(builder, due);
        else
            builder.AddContent(0, row.LimitId is null ? "不计期限" : "期限未定");
    };

    private void Tag(RenderTreeBuilder builder, DateTimeOffset due)
    {
        var status = _labels.Due(due);
        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "class", CaseLabels.Tone(status).CssClass());
        builder.AddAttribute(3, "title", $"期满 {CaseLabels.FullMoment(due)}");
        builder.AddContent(4, status.Text);
        builder.CloseElement();
    }
}
