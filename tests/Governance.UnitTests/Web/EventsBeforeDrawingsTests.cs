using Governance.Web.Circuits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace Governance.UnitTests.Web;

/// <summary>No event of a page loses its handler to a drawing the page reported later (decision 0024).</summary>
public sealed class EventsBeforeDrawingsTests
{
    private readonly EventsBeforeDrawings _filter = new();
    private readonly List<string> _arrived = [];

    [Fact]
    public async Task The_word_of_a_drawing_waits_for_the_events_before_it()
    {
        var line = new Line();
        var circuitIsBusy = new TaskCompletionSource();
        await SendAsync(line, nameof(PageHub.BeginInvokeDotNetFromJS), () => NoteEventAsync(circuitIsBusy.Task));
        var drawn = SendAsync(line, nameof(PageHub.OnRenderCompleted), () => Task.CompletedTask);
        drawn.IsCompleted.ShouldBeFalse();
        _arrived.ShouldBe([nameof(PageHub.BeginInvokeDotNetFromJS)]);

        circuitIsBusy.SetResult();
        await drawn;
        _arrived.ShouldBe([nameof(PageHub.BeginInvokeDotNetFromJS), nameof(PageHub.OnRenderCompleted)]);
    }

    [Fact]
    public async Task An_event_that_failed_holds_nothing_up()
    {
        var line = new Line();
        await SendAsync(line, nameof(PageHub.BeginInvokeDotNetFromJS), () => NoteEventAsync(Task.FromException(new InvalidOperationException("broken"))));
        await SendAsync(line, nameof(PageHub.OnRenderCompleted), () => Task.CompletedTask);
        _arrived.ShouldContain(nameof(PageHub.OnRenderCompleted));
    }

    [Fact]
    public async Task Neither_other_pages_nor_other_messages_wait()
    {
        var line = new Line();
        await SendAsync(line, nameof(PageHub.BeginInvokeDotNetFromJS), () => NoteEventAsync(new TaskCompletionSource().Task));
        await SendAsync(new Line(), nameof(PageHub.OnRenderCompleted), () => Task.CompletedTask);
        // What answers a call of the server must get through, or the event it belongs to would wait for ever.
        await SendAsync(line, nameof(PageHub.EndInvokeJSFromDotNet), () => NoteEventAsync(new TaskCompletionSource().Task));
        _arrived.Count.ShouldBe(3);
    }

    // The hub hands an event to its circuit and goes on without waiting for it.
    private static Task NoteEventAsync(Task taken)
    {
        _ = new EventNotes().CreateInboundActivityHandler(_ => taken)(null!);
        return Task.CompletedTask;
    }

    private async Task SendAsync(Line line, string method, Func<Task> hub)
    {
        var call = new HubInvocationContext(line, EmptyServices.Instance, new PageHub(), typeof(PageHub).GetMethod(method)!, []);
        await _filter.InvokeMethodAsync(call, async _ =>
        {
            _arrived.Add(method);
            await hub();
            return null;
        });
    }

    private sealed class PageHub : Hub
    {
        public static void BeginInvokeDotNetFromJS() => throw new NotSupportedException();

        public static void OnRenderCompleted() => throw new NotSupportedException();

        public static void EndInvokeJSFromDotNet() => throw new NotSupportedException();
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public static readonly EmptyServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }

    private sealed class Line : HubCallerContext
    {
        public override string ConnectionId => "line";

        public override string? UserIdentifier => null;

        public override System.Security.Claims.ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => default;

        public override void Abort()
        {
        }
    }
}
