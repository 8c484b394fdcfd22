using System.Globalization;
using Governance.Domain.Cases;
using Governance.Domain.Common;

namespace Governance.Application.Cases;

/// <summary>Tells who was faster.</summary>
public static class LostRace
{
    /// <summary>Who took the last step, when and which.</summary>
    public static CaseErrors.ChangedMeanwhile Tell(Case found)
    {
        var last = found.Steps[^1];
        var what = $"“{last.Kind.DisplayName()}”" + (last.TargetBodyName is null ? "" : $"（{last.TargetBodyName}）") +
            (last.Kind == CaseStepKind.Correct ? $"（{last.Note}）" : "");
        return new CaseErrors.ChangedMeanwhile($"{last.BodyName} {last.ActorName}", last.At.ToChina().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture), what);
    }
}
