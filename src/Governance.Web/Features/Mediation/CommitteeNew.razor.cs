using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>Enters a committee in the register.</summary>
public sealed partial class CommitteeNew(
    IActorProvider actors, CommitteeService committees, IReferenceData reference, NavigationManager navigation, Toaster toaster)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly CommitteeEntry _entry = new();
    private Actor _actor = null!;
    private DraftBox _draft = null!;

    private IReferenceData Reference => reference;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.GetAsync();
        _entry.Area = CommitteeEntry.AreaChoice(_actor.Scope, reference.Pack);
    }

    private async Task SaveAsync()
    {
        var founded = await committees.FoundAsync(await actors.GetAsync(), _entry.ToFacts());
        _errors.Set(founded.Errors);
        if (!founded.IsOk)
            return;
        await _draft.ClearAsync();
        toaster.Done("已登记。");
        navigation.NavigateTo($"{MediationQuery.Committees}/{founded.Value}");
    }
}
