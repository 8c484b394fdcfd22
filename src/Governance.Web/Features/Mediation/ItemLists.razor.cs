using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Mediation;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>The editions of an area's list of matters of administrative mediation.</summary>
public sealed partial class ItemLists(
    IActorProvider actors, ItemListReadService reads, ItemListService lists, IReferenceData reference, NavigationManager navigation, Toaster toaster)
{
    private readonly BusyGate _gate = new();
    private readonly CityPack _pack = reference.Pack;
    private IReadOnlyList<ItemListRow>? _lists;
    private IReadOnlyList<AreaCode> _areas = [];
    private AreaCode _area;
    private DateOnly _today;
    private bool _mayDraft;

    [SupplyParameterFromQuery(Name = "area")]
    private string? Area { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var actor = await actors.GetAsync();
        _today = reads.Today;
        var (own, city) = (actor.Scope.AncestorAt(DivisionLevel.County), actor.Scope.AncestorAt(DivisionLevel.City));
        _areas = own == city ? [city, .. _pack.ChildrenOf(city).Select(d => d.Code)] : [own, city];
        _area = AreaCode.TryParse(Area, out var asked) && _areas.Contains(asked) ? asked : own;
        _lists = (await reads.ListAsync(actor, _area)).Value;
        _mayDraft = actor.May(Permission.ManageMediation, _area) && _lists.All(l => l.State == ItemListState.Published);
    }

    private async Task DraftAsync()
    {
        var drafted = await lists.DraftAsync(await actors.GetAsync(), _area);
        if (drafted.IsOk)
            navigation.NavigateTo($"{MediationQuery.Items}/{drafted.Value}");
        else
            toaster.Refused(drafted.Error.Message);
    }
}
