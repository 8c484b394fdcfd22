using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>The register of committees.</summary>
public sealed partial class CommitteeList(IActorProvider actors, MediationReadService registers, IReferenceData reference)
{
    private readonly CityPack _pack = reference.Pack;
    private Actor _actor = null!;
    private CommitteeCriteria _criteria = new();
    private Page<CommitteeRow>? _page;
    private TablePager? _pager;
    private bool _isFiltered;
    private bool _mayManage;
    private bool _mayExport;

    [SupplyParameterFromQuery(Name = "category")]
    private string? Category { get; set; }

    private string ExportHref => MediationQuery.Committees + "/export" + MediationQuery.QueryOf(Navigation.Uri);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _actor = await actors.GetAsync();
        (_mayManage, _mayExport) = (_actor.May(Permission.ManageMediation), _actor.May(Permission.ExportCases));
        _criteria = MediationQuery.ReadCommittees(MediationQuery.QueryOf(Navigation.Uri), _pack);
        _isFiltered = MediationQuery.IsFiltered(MediationQuery.QueryOf(Navigation.Uri));
        // Whoever lacks the right never gets here: the frame asks the same question.
        _page = (await registers.ListCommitteesAsync(_actor, _criteria, Navigation.Page())).Value;
        _pager = _page.Pager(Navigation, "个");
    }
}
