using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Supervision;

/// <summary>督办: the open card of a case with its reply, what this person may do about it, and earlier ones.</summary>
public sealed partial class CaseSupervisionPage(
    SupervisionReadService reader, SupervisionService service, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage? _frame;
    private DraftBox? _draft;
    private SupervisionView? _view;
    private CaseStepKind? _chosen;
    private SupervisionLevel? _level;
    private DateOnly? _replyBy;
    private string _note = "";
    private string? _conflict;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private CaseLabels Labels => labels;

    private static TagTone Tone(SupervisionLevel level) => level == SupervisionLevel.Red ? TagTone.Late : TagTone.Warn;

    private string Name(CaseStepKind kind) => kind switch
    {
        CaseStepKind.Supervise when _view?.Open is not null => "升为红牌",
        CaseStepKind.ReplySupervision => "回复督办",
        _ => kind.DisplayName(),
    };

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        var found = await reader.FindAsync(actor, head, ct);
        _view = found.IsOk ? found.Value : null;
        _replyBy ??= _view?.ProposedReplyBy;
        return found.IsOk ? null : found.Error.Message;
    }

    private void Choose(CaseStepKind kind)
    {
        _errors.Clear();
        _chosen = kind == _chosen ? null : kind;
    }

    private async Task SubmitAsync(CaseHead head)
    {
        if (_chosen is not { } chosen)
            return;
        (_conflict, var actor) = (null, await actors.GetAsync(_life.Token));
        _errors.Clear();
        var result = chosen switch
        {
            CaseStepKind.Supervise => await service.SuperviseAsync(actor, new SuperviseCase(head.Id, head.Version, _level, _replyBy, _note), _life.Token),
            CaseStepKind.ReplySupervision => await service.ReplyAsync(actor, new SayOnSupervision(head.Id, head.Version, _note), _life.Token),
            _ => await service.LiftAsync(actor, new SayOnSupervision(head.Id, head.Version, _note), _life.Token),
        };
        if (result.IsOk)
        {
            if (_draft is not null)
                await _draft.ClearAsync();
            (_chosen, _note, _level) = (null, "", null);
            await ReloadAsync();
        }
        // The typed words stay in their field; the person looks first, then sends them again.
        else if (result.Error is ConflictError conflict)
            _conflict = conflict.Message;
        else
            _errors.Set(result.Errors);
    }

    private async Task ReloadAsync()
    {
        _conflict = null;
        if (_frame is not null)
            await _frame.ReloadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
