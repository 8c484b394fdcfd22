using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>
/// Frame of one side of a case: <c>&lt;CaseTabPage Number="@Number" Segment="files" OnHead="LoadAsync"&gt;</c>. The head costs one statement,
/// which leaves two for the side itself (B01). A side changes its case through <see cref="ChangeAsync"/>.
/// </summary>
public sealed partial class CaseTabPage(CaseReadService reader, CaseLabels labels, IActorProvider actors) : IDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly CaseChange _change = new(actors);
    private CaseHead? _head;
    private Actor? _actor;
    private string? _refusal;

    /// <summary>Number from the address.</summary>
    [Parameter, EditorRequired]
    public string Number { get; set; } = "";

    /// <summary>Address part of this tab, see <see cref="CaseTabs"/>.</summary>
    [Parameter, EditorRequired]
    public string Segment { get; set; } = "";

    /// <summary>Loads the side once the head is known; its text is a refusal shown instead of the side, or null.</summary>
    [Parameter]
    public Func<Actor, CaseHead, CancellationToken, Task<string?>>? OnHead { get; set; }

    /// <summary>Buttons on the right of the title.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    /// <summary>The side.</summary>
    [Parameter]
    public RenderFragment<CaseHead>? ChildContent { get; set; }

    private CaseLabels Labels => labels;

    /// <summary>
    /// Changes the case and shows it as it is then, see <see cref="CaseChange"/>. Gives true when it was done and the form may be cleared.
    /// </summary>
    /// <param name="errors">Takes the refusals.</param>
    /// <param name="change">Sends the command, with the person's rights as they are now.</param>
    /// <param name="draft">The form's draft, thrown away with what was saved.</param>
    public async Task<bool> ChangeAsync<T>(FormErrors errors, Func<Actor, CancellationToken, Task<Result<T>>> change, DraftBox? draft = null)
    {
        var done = await _change.MakeAsync(errors, change, LoadAsync, draft, _life.Token);
        // A panel calls a function, not an event: nobody else draws the page anew.
        StateHasChanged();
        return done;
    }

    /// <summary>Reads head and side anew, after a change made elsewhere.</summary>
    public async Task ReloadAsync()
    {
        await _change.LookAgainAsync(LoadAsync);
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        if (!CaseNumber.TryParse(Number, out var number))
        {
            _refusal = new CaseErrors.BadNumber().Message;
            return;
        }
        var found = await reader.FindHeadAsync(_actor, number, _life.Token);
        _refusal = found.IsOk ? null : found.Error.Message;
        if (found.IsOk && OnHead is not null)
            _refusal = await OnHead(_actor, found.Value, _life.Token);
        _head = found.IsOk ? found.Value : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }
}
