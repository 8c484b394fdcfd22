namespace Governance.Web.Components.Shared;

/// <summary>One step of a <see cref="Steps"/>.</summary>
public sealed record StepItem(string Name, StepState State);

/// <summary>Standing of a step.</summary>
public enum StepState
{
    /// <summary>Not reached.</summary>
    Ahead,

    /// <summary>The present one.</summary>
    Now,

    /// <summary>Behind.</summary>
    Done,
}
