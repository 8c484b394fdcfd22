using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>The deadlines of a case counted anew, because the calendar they were counted on has changed.</summary>
public sealed partial class Case
{
    /// <summary>期限重算: takes over what the calendar now says and tells old and new on the timeline.</summary>
    /// <param name="system">Who acts.</param>
    /// <param name="dueAt">Deadline of the whole, counted now.</param>
    /// <param name="stepDueAt">Deadline of the step, counted now, or null.</param>
    /// <param name="why">Why it was counted anew.</param>
    /// <param name="at">Now, UTC.</param>
    /// <returns>True when a date that people knew has changed; a step clock that is set for the first time is told to nobody.</returns>
    public bool Recount(Actor system, DateTimeOffset dueAt, DateTimeOffset? stepDueAt, string why, DateTimeOffset at)
    {
        if (!State.IsOpen())
            return false;
        var told = new List<string>();
        if (dueAt != DueAt)
            told.Add($"整体期限由 {Said(DueAt)} 改为 {Said(dueAt)}。");
        if (StepDueAt is { } before && stepDueAt is { } after && before != after)
            told.Add($"本环节期限由 {Said(before)} 改为 {Said(after)}。");
        MoveDue(dueAt);
        WindStep(StepStartedAt, stepDueAt);
        if (told.Count == 0)
            return false;
        Record(CaseStepKind.Recount, system, at, why + string.Concat(told), GroundKeys.CaseDeadline, dueAt: dueAt);
        return true;
    }

    private static string Said(DateTimeOffset moment) => moment.ToChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
