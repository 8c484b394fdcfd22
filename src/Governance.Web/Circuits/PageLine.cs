namespace Governance.Web.Circuits;

/// <summary>The line of one open page: knows whether everything the page has sent was taken by its circuit.</summary>
internal sealed class PageLine
{
    private static readonly AsyncLocal<PageLine?> Line = new();

    private Task _newest = Task.CompletedTask;

    /// <summary>The line whose message is being handed on, if it carries an event.</summary>
    public static PageLine? Current
    {
        get => Line.Value;
        set => Line.Value = value;
    }

    /// <summary>Notes an event on its way. A circuit takes events in their order, so the newest one stands for all.</summary>
    /// <param name="taken">Ends when the handler of the event has begun.</param>
    public void Note(Task taken) => _newest = taken;

    /// <summary>Waits until every event so far was taken; what became of them is not asked here.</summary>
    public async Task EventsTakenAsync() => await _newest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
