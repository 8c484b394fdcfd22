using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Governance.Web.Features.Cases;

/// <summary>
/// 登记: a clerk types while the person talks. Similar open cases and a category appear as the words come; the whole form works from
/// the keyboard; the same form sent twice makes one case.
/// </summary>
public sealed partial class CaseRegister(
    CaseService service, RepeatReadService repeats, RestrictedReadService restricted, CaseLabels labels, IActorProvider actors, NavigationManager navigation,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(400);

    private readonly CaseLabels _labels = labels;
    private readonly CancellationTokenSource _life = new();
    private readonly BusyGate _gate = new();
    private readonly FormErrors _errors = new();
    private CancellationTokenSource? _looking;
    private DraftBox? _draft;
    private CaseForm _form = new();
    private Guid _key = Guid.CreateVersion7();
    private Actor _actor = null!;
    private IReadOnlyList<RepeatSuggestion> _similar = [];
    private CaseNumber? _made;
    private RestrictionReceipt? _receipt;
    private bool _mayAccept;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.GetAsync(_life.Token);
        _mayAccept = _actor.May(Permission.AcceptCase);
        StartAgain();
        navigation.LocationChanged += OnCalledAgain;
    }

    // 登记 in the menu leads to where the person is: after a saved case to the next one, in a half-written form nowhere.
    private void OnCalledAgain(object? sender, LocationChangedEventArgs change) => InvokeAsync(() =>
    {
        if (_made is null)
            return;
        StartAgain();
        StateHasChanged();
    });

    private void StartAgain()
    {
        _form = new CaseForm { Channel = _actor.Role == Role.GridMember ? CaseChannel.GridMember : CaseChannel.Counter };
        _key = Guid.CreateVersion7();
        _errors.Clear();
        (_made, _receipt, _similar) = (null, null, []);
    }

    private Task SaveAsync(bool acceptAtOnce) => _gate.RunAsync(() => RegisterAsync(acceptAtOnce));

    private async Task RegisterAsync(bool acceptAtOnce)
    {
        _actor = await actors.GetAsync(_life.Token);
        var result = await service.RegisterAsync(
            _actor, new RegisterCase(_form.ToFacts(), _form.ReporterName, _form.ReporterPhone, _key, acceptAtOnce) { Confidential = _form.Confidential },
            _life.Token);
        _errors.Set(result.Errors);
        if (!result.IsOk)
            return;
        if (_draft is not null)
            await _draft.ClearAsync();
        _receipt = await restricted.ReceiptAsync(_actor, result.Value, _life.Token);
        _made = result.Value;
    }

    // Without a pause in between: two letters that come at once must not dispose of each other's search.
    private CancellationToken LookAnew()
    {
        var before = _looking;
        _looking = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        before?.Cancel();
        before?.Dispose();
        return _looking.Token;
    }

    /// <summary>Looks for similar cases once the typing pauses; a late answer never overwrites a newer one.</summary>
    private async Task MatterChanged()
    {
        // The page may have gone while the last letters were on their way.
        if (_life.IsCancellationRequested)
            return;
        var mine = LookAnew();
        try
        {
            await Task.Delay(TypingPause, mine);
            var place = AreaCode.TryParse(_form.Place?.Value, out var chosen) ? chosen : _actor.Scope;
            var found = place.Level < DivisionLevel.County
                ? []
                : await repeats.SuggestAsync(_actor, new RepeatQuestion(_form.Title, _form.Description, place, time.GetUtcNow()), mine);
            if (!mine.IsCancellationRequested)
                _similar = found;
        }
        catch (OperationCanceledException)
        {
            // Typing went on; the next look answers.
        }
        catch (StorageUnavailableException)
        {
            // Suggestions can wait; the person goes on typing, and saving says what is wrong.
            _similar = [];
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        navigation.LocationChanged -= OnCalledAgain;
        _life.Cancel();
        _looking?.Dispose();
        _life.Dispose();
    }
}
