using Governance.Domain.Cases;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Cases;

/// <summary>The stations of a case, as people know them; the one reached last is 'now'. A refused case has fewer.</summary>
public static class CaseStations
{
    private static readonly string[] Names = ["登记", "受理", "分派", "办理", "核查", "结案", "归档"];
    private static readonly string[] NamesWhenRefused = ["登记", "不予受理", "归档"];

    /// <summary>The stations of a case in that state.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="closedAt">When it was closed, or null.</param>
    public static IReadOnlyList<StepItem> For(CaseState state, DateTimeOffset? closedAt)
    {
        var names = state.WasRefused(closedAt) ? NamesWhenRefused : Names;
        var now = state switch
        {
            CaseState.Registered => 0,
            CaseState.Accepted or CaseState.Refused => 1,
            CaseState.Consulting or CaseState.Deciding or CaseState.Dispatched => 2,
            CaseState.Handling => 3,
            CaseState.Verifying or CaseState.Verified => 4,
            CaseState.Closed => 5,
            CaseState.Merged => closedAt is null ? 3 : 5,
            _ => names.Length - 1,
        };
        return [.. names.Select((name, i) => new StepItem(name, i < now ? StepState.Done : i == now ? StepState.Now : StepState.Ahead))];
    }
}
