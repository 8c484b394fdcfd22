using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace Governance.Web.Circuits;

/// <summary>
/// Hands on a page's news that it has drawn a change only after the events it sent before. The framework forgets the handlers that a
/// change replaced as soon as the page has drawn it; an event that waited meanwhile in a busy circuit then found its handler
/// gone, and a field or a click of the person was lost without a word (decision 0024).
/// </summary>
public sealed class EventsBeforeDrawings : IHubFilter
{
    private const string Drawn = "OnRenderCompleted";
    private const string Event = "BeginInvokeDotNetFromJS";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        ArgumentNullException.ThrowIfNull(next);
        var line = LineOf(invocationContext.Context);
        if (invocationContext.HubMethodName == Drawn)
            await line.EventsTakenAsync();
        else if (invocationContext.HubMethodName == Event)
            PageLine.Current = line;
        return await next(invocationContext);
    }

    private static PageLine LineOf(HubCallerContext context)
    {
        if (context.Items.TryGetValue(typeof(PageLine), out var known) && known is PageLine line)
            return line;
        var opened = new PageLine();
        context.Items[typeof(PageLine)] = opened;
        return opened;
    }
}

/// <summary>Notes each event of a page at its line, see <see cref="EventsBeforeDrawings"/>.</summary>
public sealed class EventNotes : CircuitHandler
{
    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            var taken = next(context);
            PageLine.Current?.Note(taken);
            return taken;
        };
}
