using Governance.Domain.Cases;

namespace Governance.Application.Bulk;

/// <summary>What can be done with several cases at once.</summary>
public enum BulkAction
{
    /// <summary>批量分派 to one body.</summary>
    Dispatch,

    /// <summary>批量催办.</summary>
    Urge,
}

/// <summary>One thing to be done with several cases.</summary>
/// <param name="Action">What.</param>
/// <param name="CaseIds">Which, in the order they are done.</param>
/// <param name="Note">Words that go with each.</param>
/// <param name="BodyCode">For 分派: the body.</param>
public sealed record BulkCommand(BulkAction Action, IReadOnlyList<Guid> CaseIds, string Note, string? BodyCode = null);

/// <summary>What happened, or would happen, to one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version that was looked at; the work is refused when somebody has changed the case since.</param>
/// <param name="Refusal">Why not, or null.</param>
public sealed record BulkAnswer(Guid CaseId, uint Version, string? Refusal)
{
    /// <summary>True when it was, or would be, done.</summary>
    public bool IsDone => Refusal is null;
}

/// <summary>Names of what can be done.</summary>
public static class BulkActions
{
    /// <summary>The name people read.</summary>
    public static string DisplayName(this BulkAction action) => Kind(action).DisplayName();

    /// <summary>The step each case takes.</summary>
    public static CaseStepKind Kind(this BulkAction action) => action == BulkAction.Dispatch ? CaseStepKind.Dispatch : CaseStepKind.Urge;
}
