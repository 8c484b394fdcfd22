using Governance.Domain.Common;

namespace Governance.Domain.Bulk;

/// <summary>Why nothing was done with several cases at once.</summary>
public static class BulkErrors
{
    /// <summary>No case was chosen.</summary>
    public sealed record NothingChosen() : Error("bulk.nothing-chosen", "请先选择案件。");

    /// <summary>More cases than one person can answer for at once.</summary>
    public sealed record TooMany(int Most) : Error("bulk.too-many", $"一次最多办理 {Most} 件，请分几次办理。");
}
