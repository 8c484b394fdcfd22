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

/// <summary>One edition of a list: its items beside the edition before, its history, and the step that comes next.</summary>
public sealed partial class ItemListDetails(
    IActorProvider actors, ItemListReadService reads, ItemListService lists, IReferenceData reference, NavigationManager navigation, Toaster toaster)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly CityPack _pack = reference.Pack;
    private ItemListDetail? _detail;
    private string? _refusal;
    private string _words = "";
    private DateOnly? _effectiveOn;
    private ConfirmModal _confirm = null!;
    private bool _isOpen;
    private int _form;
    private int? _number;
    private MediationItemFacts? _facts;

    /// <summary>Key of the list.</summary>
    [Parameter]
    public Guid Id { get; set; }

    private ItemListReadService Reads => reads;

    private bool IsDraft => _detail is { MayManage: true, List.State: ItemListState.Draft };

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_detail?.List.Id != Id)
            await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await reads.FindAsync(await actors.GetAsync(), Id);
        _refusal = found.IsOk ? null : found.Error.Message;
        _detail = found.IsOk ? found.Value : null;
        _effectiveOn ??= reads.Today;
    }

    // A form of its own for each opening: nothing of the last item stays in it.
    private void Open(ItemComparison? item)
    {
        (_number, _facts, _isOpen) = (item?.Number, item?.After, true);
        _form++;
    }

    private async Task<IReadOnlyList<Error>> SaveAsync(int? number, MediationItemFacts facts)
    {
        var put = await lists.PutAsync(await actors.GetAsync(), new PutItem(Id, _detail!.Version, number, facts));
        if (put.IsOk)
        {
            _isOpen = false;
            toaster.Done($"第 {put.Value} 项已保存。");
        }

        if (put.IsOk || put.Error is MediationErrors.ChangedMeanwhile)
            await LoadAsync();
        StateHasChanged();
        return put.Errors;
    }

    private async Task RemoveAsync(ItemComparison item)
    {
        var removed = await lists.RemoveAsync(await actors.GetAsync(), Id, _detail!.Version, item.Number);
        await AfterAsync(removed.Errors, $"第 {item.Number} 项已从本版删除。");
        StateHasChanged();
    }

    private async Task SubmitAsync() => await AfterAsync((await lists.SubmitAsync(await actors.GetAsync(), Id)).Errors, "已提请会同确认。");

    private async Task ConfirmAsync() => await AfterAsync((await lists.ConfirmAsync(await actors.GetAsync(), Id, _words)).Errors, "已会同确认。");

    private async Task PublishAsync() =>
        await AfterAsync((await lists.PublishAsync(await actors.GetAsync(), Id, _effectiveOn ?? reads.Today)).Errors, "已公布。");

    private async Task<IReadOnlyList<Error>> SendBackAsync(string reason)
    {
        var sent = await lists.SendBackAsync(await actors.GetAsync(), Id, reason);
        if (sent.IsOk)
            await AfterAsync([], "已退回修改。");
        return sent.Errors;
    }

    private async Task DiscardAsync()
    {
        if (!await _confirm.AskAsync("删除草稿", "这一版草稿和其中的修改都会删除，已公布的各版不受影响。", "删除", dangerous: true))
            return;
        var area = _detail!.List.Area;
        var discarded = await lists.DiscardAsync(await actors.GetAsync(), Id);
        if (discarded.IsOk)
            navigation.NavigateTo($"{MediationQuery.Items}?area={area}");
        else
            _errors.Set(discarded.Errors);
    }

    private async Task AfterAsync(IReadOnlyList<Error> errors, string done)
    {
        _errors.Set(errors);
        if (errors.Count > 0)
            return;
        toaster.Done(done);
        await LoadAsync();
    }
}
