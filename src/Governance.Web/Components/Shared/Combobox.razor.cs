using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Shared;

/// <summary>
/// A keyboard-first autocomplete after the combobox pattern of WAI-ARIA: arrows move, Enter or Tab take the marked choice, Esc closes.
/// The first choice is marked by itself, so two characters and Enter are enough.
/// </summary>
public sealed partial class Combobox : IDisposable
{
    // Between the parts of the hidden field, which drafts keep: a character nobody types.
    private const char Separator = '\u001f';

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private CancellationTokenSource? _search;
    private IReadOnlyList<ComboItem> _items = [];
    private ComboItem? _shown;
    private string _text = "";
    private string _status = "";
    private string _shownFor = "";
    private bool _open;
    private bool _typed;
    private bool _isEmpty;
    private bool _isTaking;
    private int _version;

    /// <summary>Name of the field in drafts; unique in its form.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is asked for; names the list.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Finds choices for a text, best first, at most a screenful.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<ComboItem>>> Search { get; set; } = null!;

    /// <summary>The choice, or null.</summary>
    [Parameter]
    public ComboItem? Value { get; set; }

    /// <summary>Runs when the choice changed.</summary>
    [Parameter]
    public EventCallback<ComboItem?> ValueChanged { get; set; }

    /// <summary>Text in the empty field.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>True when it cannot be changed now.</summary>
    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Attributes of the field from <see cref="FormField"/>.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string ListId => $"combo-{Name}";

    private string Packed => Value is null ? "" : Pack(Value);

    /// <inheritdoc />
    public void Dispose()
    {
        _search?.Cancel();
        _search?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Value == _shown)
            return;
        // The page chose or cleared; what a person just types is left alone.
        _shown = Value;
        if (Value is not null || !_typed)
            _text = Value?.Text ?? "";
    }

    private static string Pack(ComboItem item) => $"{item.Value}{Separator}{item.Text}";

    private string OptionId(int index) => $"{ListId}-{_version}-{index}";

    // Bound, not only listened to: the server then knows what stands in the field and never writes older words over newer ones.
    private async Task TypeAsync(string? typed)
    {
        _text = typed ?? "";
        _typed = true;
        var waiting = Restart();
        // What the page does without its choice may take long, and must not hold up the list.
        var told = Value is null ? Task.CompletedTask : ChooseAsync(null);
        if (_text.Trim().Length == 0)
            Close();
        else
            await LookAsync(waiting);
        await told;
    }

    private async Task LookAsync(CancellationToken waiting)
    {
        try
        {
            await Task.Delay(Pause, waiting);
            // The pause may have ended just before a choice was taken: the list must not open again over it.
            waiting.ThrowIfCancellationRequested();
            var text = _text.Trim();
            var found = await Search(text, waiting);
            waiting.ThrowIfCancellationRequested();
            Show(text, found);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            // Typed on: the next search answers.
        }
    }

    // Left without choosing: a text that can mean one thing only is taken as it.
    private async Task LeaveAsync(ChangeEventArgs change)
    {
        // Tab takes the first choice and leaves: the taking is under way and must not be cut off.
        if (!_typed || _isTaking)
            return;
        _text = change.Value as string ?? "";
        var text = _text.Trim();
        var waiting = Restart();
        Close();
        if (text.Length == 0)
            return;
        try
        {
            var found = await Search(text, waiting);
            waiting.ThrowIfCancellationRequested();
            var same = found.Where(item => item.Text == text).ToList();
            if (same.Count == 1 || found.Count == 1)
                await PickAsync(same.Count == 1 ? same[0] : found[0]);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            // Typed again meanwhile.
        }
    }

    // Enter or Tab came before the list did: the first choice for the words as they are now.
    private async Task TakeFirstAsync()
    {
        var text = _text.Trim();
        if (!_typed || text.Length == 0)
            return;
        var waiting = Restart();
        _isTaking = true;
        try
        {
            var found = await Search(text, waiting);
            waiting.ThrowIfCancellationRequested();
            if (found.Count > 0)
                await PickAsync(found[0]);
            else
                Show(text, found);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested)
        {
            // Typed on.
        }
        finally
        {
            _isTaking = false;
        }
    }

    private async Task PickAsync(ComboItem item)
    {
        Restart();
        _typed = false;
        _text = item.Text;
        Close();
        await ChooseAsync(item);
    }

    // A choice was taken (controls.js) or a draft came back (drafts.js): either wrote the hidden field. The choices have no handlers of
    // their own, because the list may be on its way out while one is taken. The services check the value like any other.
    private Task TakeAsync(ChangeEventArgs change) =>
        (change.Value as string)?.Split(Separator) is [{ Length: > 0 } value, var text] ? PickAsync(new ComboItem(value, text)) : Task.CompletedTask;

    private Task ChooseAsync(ComboItem? item)
    {
        _shown = item;
        Value = item;
        return ValueChanged.InvokeAsync(item);
    }

    private CancellationToken Restart()
    {
        _search?.Cancel();
        _search?.Dispose();
        _search = new CancellationTokenSource();
        return _search.Token;
    }

    private void Show(string text, IReadOnlyList<ComboItem> items)
    {
        _shownFor = text;
        _items = items;
        _version++;
        _open = items.Count > 0;
        _isEmpty = !_open;
        _status = _open ? $"找到 {items.Count} 项" : "没有找到，请换个写法";
    }

    private void Close()
    {
        _open = false;
        _isEmpty = false;
        _items = [];
        _status = "";
    }
}
