using Governance.Application.Cities;
using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Mediation;

/// <summary>One committee: what it is, what happened to it, and, for whoever manages it, how to change it.</summary>
public sealed partial class CommitteeEdit(
    IActorProvider actors, MediationReadService registers, CommitteeService committees, IReferenceData reference, Toaster toaster)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly CityPack _pack = reference.Pack;
    private Actor _actor = null!;
    private CommitteeEntry _entry = new();
    private CommitteeDetail? _committee;
    private string? _refusal;

    /// <summary>Key of the committee.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_committee?.Id != Id)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _actor = await actors.GetAsync();
        var found = await registers.FindCommitteeAsync(_actor, Id);
        _refusal = found.IsOk ? null : found.Error.Message;
        _committee = found.IsOk ? found.Value : null;
        if (_committee is not null)
            _entry = CommitteeEntry.Of(_committee.Facts, _pack);
    }

    private async Task SaveAsync()
    {
        var changed = await committees.ChangeAsync(await actors.GetAsync(), new ChangeCommittee(Id, _committee!.Version, _entry.ToFacts()));
        _errors.Set(changed.Errors);
        if (changed.IsOk || changed.Error is MediationErrors.ChangedMeanwhile)
            await LoadAsync();
        if (changed.IsOk)
            toaster.Done("已保存。");
    }

    private async Task<IReadOnlyList<Error>> DissolveAsync(string ground) => await AfterAsync(await committees.DissolveAsync(await actors.GetAsync(), Id, ground), "已撤销。");

    private async Task<IReadOnlyList<Error>> RestoreAsync(string ground) => await AfterAsync(await committees.RestoreAsync(await actors.GetAsync(), Id, ground), "已恢复。");

    private async Task<IReadOnlyList<Error>> AfterAsync(Result<Guid> result, string done)
    {
        if (result.IsOk)
        {
            toaster.Done(done);
            await LoadAsync();
        }

        return result.Errors;
    }

    private static string Or(string text) => text.Length > 0 ? text : "未填";
}
