using Governance.Domain.Common;

namespace Governance.Infrastructure.Demo;

/// <summary>What the demo does must succeed: a demo with a hole says nothing of it to whoever looks at it.</summary>
internal static class DemoDemand
{
    /// <summary>The value, or an exception with the code of the refusal.</summary>
    public static T Must<T>(this Result<T> result) =>
        result.IsOk ? result.Value : throw new InvalidOperationException($"The demo was refused: {result.Error.Code}");
}
