using Governance.Application.Cases;
using Governance.Application.Charges;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Charges;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Charges;

/// <summary>包案与批示: who is in charge, what leaders have instructed, what became of it.</summary>
public sealed partial class CaseChargeTab(ChargeService charges, IActorProvider actors, TimeProvider time)
{
    private readonly FormErrors _errors = new();
    private readonly BusyGate _gate = new();
    private CaseTabPage? _tab;
    private CaseHead? _head;
    private Actor? _actor;
    private ChargeRecord? _charge;
    private IReadOnlyList<ChargeRule> _rules = [];
    private ChargeRule? _chosen;
    private ComboItem? _leader;
    private DraftBox? _draft;
    private int _days = Case.UsualFollowUpDays;
    private string _note = "";

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private bool IsOverdue => _charge?.DueOn < time.GetUtcNow().ChinaDay();

    private TagTone DueTone => IsOverdue ? TagTone.Late : TagTone.Plain;

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        var found = await charges.FindAsync(actor, head.Id, ct);
        if (!found.IsOk)
            return found.Error.Message;
        (_actor, _head, _charge) = (actor, head, found.Value);
        _rules = ChargeRule.OpenTo(actor, new ChargeStanding(
            head.State, head.Place, head.ManagingBodyCode, head.LeadBodyCode, found.Value.LeaderId, found.Value.AwaitsReport));
        return null;
    }

    private void Choose(ChargeRule rule)
    {
        _errors.Clear();
        _chosen = rule == _chosen ? null : rule;
    }

    private async Task<IReadOnlyList<ComboItem>> FindLeadersAsync(string typed, CancellationToken ct) =>
        _head is { } head && _actor is { } actor
            ? [.. (await charges.FindLeadersAsync(actor, head.Place, typed, ct)).Select(l => new ComboItem(l.UserId.ToString(), l.DisplayName, l.BodyName))]
            : [];

    private async Task SubmitAsync()
    {
        if (_chosen is not { } chosen || _head is not { } head)
            return;
        _errors.Clear();
        var actor = await actors.GetAsync();
        var taken = await charges.TakeAsync(actor, new ChargeStep(
            head.Id, chosen.Kind, _note, Guid.TryParse(_leader?.Value, out var leader) ? leader : null, _days));
        if (!taken.IsOk)
        {
            _errors.Set(taken.Errors);
            return;
        }
        if (_draft is not null)
            await _draft.ClearAsync();
        (_chosen, _note, _leader) = (null, "", null);
        await _tab!.ReloadAsync();
    }
}
