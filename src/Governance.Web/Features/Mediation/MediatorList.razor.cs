using System.Globalization;
using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>The register of mediators.</summary>
public sealed partial class MediatorList(
    IActorProvider actors, MediationReadService registers, IReferenceData reference, TimeProvider time)
{
    private readonly CityPack _pack = reference.Pack;
    private Actor _actor = null!;
    private MediatorCriteria _criteria = new();
    private Page<MediatorRow>? _page;
    private TablePager? _pager;
    private DateOnly _today;
    private bool _isFiltered;
    private bool _mayManage;
    private bool _mayExport;

    [SupplyParameterFromQuery(Name = "category")]
    private string? Category { get; set; }

    private string ExportHref => MediationQuery.Mediators + "/export" + MediationQuery.QueryOf(Navigation.Uri);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = await actors.GetAsync();
        _today = time.GetUtcNow().ChinaDay();
        (_mayManage, _mayExport) = (_actor.May(Permission.ManageMediation), _actor.May(Permission.ExportCases));
        _criteria = MediationQuery.ReadMediators(MediationQuery.QueryOf(Navigation.Uri), _pack);
        _isFiltered = MediationQuery.IsFiltered(MediationQuery.QueryOf(Navigation.Uri));
        // Whoever lacks the right never gets here: the frame asks the same question.
        _page = (await registers.ListMediatorsAsync(_actor, _criteria, Navigation.Page())).Value;
        _pager = _page.Pager(Navigation, "人");
    }

    private string State(MediatorRow mediator) => mediator switch
    {
        { EndedOn: not null } => "已解聘",
        { AwayUntil: { } until } => $"休假至 {until.ToString("M月d日", CultureInfo.InvariantCulture)}",
        { TermUntil: { } term } when term < _today => "聘期已满",
        _ => "在聘",
    };

    private TagTone Tone(MediatorRow mediator) => mediator switch
    {
        { EndedOn: not null } => TagTone.Plain,
        { AwayUntil: not null } => TagTone.Warn,
        { TermUntil: { } term } when term < _today => TagTone.Late,
        _ => TagTone.Good,
    };
}
