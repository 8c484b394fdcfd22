using Governance.Application.Cases;
using Governance.Application.Supervision;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Supervision;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Supervision;

/// <summary>督办: the open card of a case with its reply, what this person may do about it, and earlier ones.</summary>
public sealed partial class CaseSupervisionPage(
    SupervisionReadService reader, SupervisionService service, CaseLabels labels)
{
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CaseTabPage _frame = null!;
    private DraftBox? _draft;
    private SupervisionView? _view;
    private CaseStepKind? _chosen;
    private SupervisionLevel? _level;
    private DateOnly? _replyBy;
    private string _note = "";

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
        if (_chosen is { } chosen && await _frame.ChangeAsync(_errors, (actor, ct) => TakeAsync(actor, head, chosen, ct), _draft))
            (_chosen, _note, _level) = (null, "", null);
    }

    private Task<Result<CaseNumber>> TakeAsync(Actor actor, CaseHead head, CaseStepKind chosen, CancellationToken ct) => chosen switch
    {
        CaseStepKind.Supervise => service.SuperviseAsync(actor, new SuperviseCase(head.Id, head.Version, _level, _replyBy, _note), ct),
        CaseStepKind.ReplySupervision => service.ReplyAsync(actor, new SayOnSupervision(head.Id, head.Version, _note), ct),
        _ => service.LiftAsync(actor, new SayOnSupervision(head.Id, head.Version, _note), ct),
    };}
