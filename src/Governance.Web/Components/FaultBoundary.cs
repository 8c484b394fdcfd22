using Governance.Application.Platform;
using Governance.Web.Components.Status;
using Governance.Web.Logging;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Governance.Web.Components;

/// <summary>
/// Turns a fault of a page into a panel with a reference number that the log has too; never shows the exception itself.
/// </summary>
public sealed partial class FaultBoundary(ILogger<FaultBoundary> log, IHttpContextAccessor http) : ErrorBoundaryBase
{
    private string _reference = "";

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        if (exception is SignedOutException)
            return Task.CompletedTask;
        var request = RendererInfo.IsInteractive ? null : http.HttpContext;
        _reference = request?.TraceIdentifier ?? Reference.New();
        PageFailed(exception, _reference);
        if (request is { Response.HasStarted: false })
            request.Response.StatusCode = exception is StorageUnavailableException
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
        }
        else if (CurrentException is SignedOutException)
        {
            builder.OpenComponent<SignedOut>(1);
            builder.CloseComponent();
        }
        else
        {
            builder.OpenComponent<Fault>(2);
            builder.AddAttribute(3, nameof(Fault.Number), _reference);
            builder.AddAttribute(4, nameof(Fault.StorageAway), CurrentException is StorageUnavailableException);
            builder.AddAttribute(5, nameof(Fault.Retry), EventCallback.Factory.Create(this, Recover));
            builder.CloseComponent();
        }
    }

    [LoggerMessage(1002, LogLevel.Error, "A page failed, reference {ShownReference}")]
    private partial void PageFailed(Exception exception, string shownReference);
}
