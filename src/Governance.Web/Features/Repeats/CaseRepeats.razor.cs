using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Repeats;

/// <summary>重复诉求 of a case: who follows whom, open cases that may be the same matter, merging and taking out again.</summary>
public sealed partial class CaseRepeats(RepeatReadService reader, RepeatService service, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private readonly HashSet<CaseNumber> _ticked = [];
    private RepeatStanding _standing = new([], "");
    private IReadOnlyList<RepeatSuggestion> _suggestions = [];
    private CaseTabPage? _tab;
    private Question? _ask;
    private string _reason = "";
    private string? _done;
    private bool _mayMerge;

    /// <summary>Number from the address.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private CaseLabels Labels => labels;

    private async Task<string?> LoadAsync(Actor actor, CaseHead head, CancellationToken ct)
    {
        _mayMerge = actor.May(Permission.MergeCase, head.Place);
        if (await reader.StandingAsync(actor, head.Id, ct) is not { } standing)
            return new CaseErrors.NotFound().Message;
        _standing = standing;
        // Looking for others like it can wait until the page is alive.
        if (RendererInfo.IsInteractive && head.State.IsOpen())
            _suggestions = await reader.SuggestAsync(
                actor, new RepeatQuestion(head.Title, standing.Description, head.Place, head.RegisteredAt, head.Id), ct);
        return null;
    }

    private void Tick(CaseNumber number)
    {
        if (!_ticked.Remove(number))
            _ticked.Add(number);
    }

    private void AskMerge(CaseHead head, bool intoThis)
    {
        var chosen = _ticked.ToList();
        var command = intoThis ? new MergeCases(head.Number, chosen, "") : new MergeCases(chosen[0], [head.Number], "");
        Ask(new Question(
            "并案", "并案",
            intoThis
                ? $"{chosen.Count} 件并入本案，不再单独办理；本案的答复同时给它们的反映人。"
                : $"本案并入 {chosen[0].Value}，不再单独办理；它的答复同时给本案的反映人。",
            async (actor, reason) =>
            {
                var merged = await service.MergeAsync(actor, command with { Reason = reason }, _life.Token);
                return (merged.IsOk ? $"已并案，主案 {merged.Value.Lead.Value}，诉求 {merged.Value.Appeals} 人次。" : null, merged.Errors);
            }));
        _reason = "文字和地点相近，经核对是同一件事";
    }

    private void AskUnmerge(RepeatRow row) => Ask(new Question(
        "撤销并案", "撤销并案", $"{row.Number.Value} 恢复为单独的案件，回到并案以前的状态，期限接着算。",
        async (actor, reason) =>
        {
            var undone = await service.UnmergeAsync(actor, new UnmergeCase(row.Number, reason), _life.Token);
            return (undone.IsOk ? $"{row.Number.Value} 已撤销并案。" : null, undone.Errors);
        }));

    private void Ask(Question question)
    {
        _errors.Clear();
        (_done, _ask, _reason) = (null, question, "");
    }

    private async Task ConfirmAsync()
    {
        if (_ask is not { } ask)
            return;
        _errors.Clear();
        var (done, errors) = await ask.Do(await actors.GetAsync(_life.Token), _reason);
        if (done is null)
        {
            _errors.Set(errors);
            return;
        }
        (_done, _ask, _reason) = (done, null, "");
        _ticked.Clear();
        _suggestions = [];
        await _tab!.ReloadAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    /// <summary>What is about to be done, said before it is done.</summary>
    private sealed record Question(string Title, string Verb, string Preview, Func<Actor, string, Task<(string? Done, IReadOnlyList<Error> Errors)>> Do);
}
