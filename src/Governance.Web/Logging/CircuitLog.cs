using Microsoft.AspNetCore.Components.Server.Circuits;
using Serilog.Context;

namespace Governance.Web.Logging;

/// <summary>Puts the circuit's id beside everything that is logged while a page's event runs.</summary>
public sealed class CircuitLog : CircuitHandler
{
    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            // The request that opened the line would lend its reference to every event that follows.
            using var request = LogContext.PushProperty(Reference.Property, "");
            using var circuit = LogContext.PushProperty("Circuit", context.Circuit.Id[..8]);
            await next(context);
        };
}
