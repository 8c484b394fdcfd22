using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>Appoints a mediator. Without a draft in the browser: the form holds a phone number.</summary>
public sealed partial class MediatorNew(
    IActorProvider actors, MediatorService mediators, MediationReadService registers, IReferenceData reference, NavigationManager navigation,
    Toaster toaster, TimeProvider time)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly MediatorEntry _entry = new();
    private readonly AppointmentEntry _appointment = new();

    /// <summary>The committee one comes from, or null.</summary>
    [SupplyParameterFromQuery(Name = "committee")]
    public Guid? Committee { get; set; }

    private DateOnly Today => time.GetUtcNow().ChinaDay();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _appointment.From = Today;
        if (Committee is not { } id)
            return;
        var found = await registers.FindCommitteeAsync(await actors.GetAsync(), id);
        if (!found.IsOk)
            return;
        _entry.Committee = new ComboItem(id.ToString(), found.Value.Facts.Name);
        _entry.Area = CommitteeEntry.AreaChoice(found.Value.Facts.Area, reference.Pack);
    }

    private async Task SaveAsync()
    {
        var appointed = await mediators.AppointAsync(
            await actors.GetAsync(), new AppointMediator(_entry.ToFacts(), _entry.Phone, _appointment.ToAppointment(Today)));
        _errors.Set(appointed.Errors);
        if (!appointed.IsOk)
            return;
        toaster.Done("已聘任。");
        navigation.NavigateTo($"{MediationQuery.Mediators}/{appointed.Value}");
    }
}
