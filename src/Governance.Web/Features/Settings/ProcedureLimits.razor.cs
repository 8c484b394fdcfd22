using System.Globalization;
using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Common;
using Governance.Domain.Procedures;
using Governance.Web.Components.Shared;
using Governance.Web.Security;

namespace Governance.Web.Features.Settings;

/// <summary>程序时限: every limit of a procedure with what it rests on; the administrator confirms for the city what the pack cannot vouch for.</summary>
public sealed partial class ProcedureLimits(ProcedureLimitService service, IActorProvider actors, Toaster toaster)
{
    private readonly FormErrors _errors = new();
    private readonly BusyGate _gate = new();
    private IReadOnlyList<ProcedureLimitRule> _limits = [];
    private ProcedureLimitRule? _chosen;
    private DraftBox? _draft;
    private bool _mayConfirm;
    private string _value = "";
    private string _ground = "";
    private ProcedureLimitUnit _unit;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var actor = await actors.GetAsync();
        // Whoever lacks the right never gets here: the frame asks the same question.
        _limits = service.Read(actor).Value;
        _mayConfirm = service.MayConfirm(actor);
    }

    private void Choose(ProcedureLimitRule limit)
    {
        _errors.Clear();
        (_chosen, _unit) = (limit, limit.Unit);
        (_value, _ground) = (limit.Value?.ToString(CultureInfo.InvariantCulture) ?? "", limit.Confirmed?.Ground ?? "");
    }

    private async Task SaveAsync()
    {
        if (_chosen is not { } chosen)
            return;
        int? value = int.TryParse(PlainText.HalfWidth(_value).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        var saved = await service.ConfirmAsync(await actors.GetAsync(), new ConfirmLimit(chosen.Id, value, _unit, _ground, chosen.Confirmed?.At));
        await LoadAsync();
        if (!saved.IsOk)
        {
            _errors.Set(saved.Errors);
            // The newest is shown above the form, and the next try answers it.
            _chosen = _limits.First(l => l.Id == chosen.Id);
            return;
        }
        if (_draft is not null)
            await _draft.ClearAsync();
        _chosen = null;
        toaster.Done($"已确认：{chosen.Subject}，{chosen.Name}");
    }
}
