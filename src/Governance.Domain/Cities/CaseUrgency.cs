namespace Governance.Domain.Cities;

/// <summary>How urgent a case is; the number is the rank, higher is more urgent.</summary>
public enum CaseUrgency
{
    /// <summary>一般.</summary>
    Normal = 1,

    /// <summary>紧急.</summary>
    Urgent = 2,

    /// <summary>特急.</summary>
    Critical = 3,
}
