using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>One mediator: who, for what, on leave when, and what was decided.</summary>
public sealed partial class MediatorEdit(
    IActorProvider actors, MediationReadService registers, MediatorService mediators, IReferenceData reference, Toaster toaster, TimeProvider time)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly FormErrors _termErrors = new();
    private readonly CityPack _pack = reference.Pack;
    private MediatorEntry _entry = new();
    private AppointmentEntry _appointment = new();
    private MediatorDetail? _mediator;
    private string? _refusal;

    /// <summary>Key of the mediator.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private DateOnly Today => time.GetUtcNow().ChinaDay();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_mediator?.Id != Id)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await registers.FindMediatorAsync(await actors.GetAsync(), Id);
        _refusal = found.IsOk ? null : found.Error.Message;
        _mediator = found.IsOk ? found.Value : null;
        if (_mediator is null)
            return;
        _entry = MediatorEntry.Of(_mediator.Facts, _mediator.CommitteeName, _mediator.StudioName, _pack);
        _appointment = new AppointmentEntry { From = Today };
    }

    private async Task SaveAsync()
    {
        var changed = await mediators.ChangeAsync(await actors.GetAsync(), new ChangeMediator(Id, _mediator!.Version, _entry.ToFacts(), _entry.Phone));
        _errors.Set(changed.Errors);
        if (changed.IsOk || changed.Error is MediationErrors.ChangedMeanwhile)
            await LoadAsync();
        if (changed.IsOk)
            toaster.Done("已保存。");
    }

    private async Task<IReadOnlyList<Error>> EndAsync(string ground)
    {
        var ended = await mediators.EndAsync(await actors.GetAsync(), Id, ground);
        if (ended.IsOk)
        {
            toaster.Done("已解聘。");
            await LoadAsync();
        }

        return ended.Errors;
    }

    private async Task ReappointAsync()
    {
        var appointed = await mediators.ReappointAsync(await actors.GetAsync(), Id, _appointment.ToAppointment(Today));
        _termErrors.Set(appointed.Errors);
        if (!appointed.IsOk)
            return;
        toaster.Done("已续聘。");
        await LoadAsync();
    }
}
