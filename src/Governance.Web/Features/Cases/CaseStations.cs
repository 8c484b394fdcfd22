using Governance.Domain.Cases;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Cases;

/// <summary>The seven stations of a case, as people know them; the one reached last is 'now'.</summary>
public static class CaseStations
{
    private static readonly string[] Names = ["登记", "受理", "分派", "办理", "核查", "结案", "归档"];

    /// <summary>The stations of a case in that state.</summary>
    public static IReadOnlyList<StepItem> For(CaseState state)
    {
        var now = state switch
        {
            CaseState.Registered => 0,
            CaseState.Accepted or CaseState.Refused => 1,
            CaseState.Consulting or CaseState.Deciding or CaseState.Dispatched => 2,
            CaseState.Handling => 3,
            CaseState.Verifying or CaseState.Verified => 4,
            CaseState.Closed => 5,
            _ => 6,
        };
        return [.. Names.Select((name, i) => new StepItem(
            i == 1 && state == CaseState.Refused ? "不予受理" : name,
            i < now ? StepState.Done : i == now ? StepState.Now : StepState.Ahead))];
    }
}
