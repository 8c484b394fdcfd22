using System.Globalization;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Remarks;

namespace Governance.Domain.Cases;

/// <summary>Words that go with the case and do not move it (备注、催办、批示).</summary>
public sealed partial class Case
{
    /// <summary>Nobody is urged about the same case again within this time.</summary>
    public static readonly TimeSpan UrgeAgainAfter = TimeSpan.FromHours(24);

    /// <summary>When it was urged, UTC; null once somebody has acted on it.</summary>
    public DateTimeOffset? UrgedAt { get; private set; }

    /// <summary>Says something about the case.</summary>
    /// <param name="kind">备注, 催办 or 批示.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="words">The words; required.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="mentions">People named in a 备注, who are told of it.</param>
    public Result Remark(CaseStepKind kind, Actor actor, string words, DateTimeOffset at, IReadOnlyList<Mention>? mentions = null)
    {
        var rule = RemarkRule.For(kind);
        if (rule.OpenOnly && !State.IsOpen())
            return new CaseErrors.WrongState(kind, State) { Ground = rule.Ground };
        if (!rule.MayBeSaidBy(actor, State, Place))
            return new PlatformErrors.NotPermitted { Ground = rule.Ground };
        words = PlainText.Clean(words);
        if (words.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        if (words.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong(rule.NoteLabel, CaseStep.NoteLength, words.Length) { Field = "Note" };
        if (kind == CaseStepKind.Urge && UrgedAt is { } before && at - before < UrgeAgainAfter)
            return new RemarkErrors.UrgedBefore(before.ToChina().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture)) { Ground = rule.Ground };

        Record(kind, actor, at, words, rule.Ground);
        if (mentions is { Count: > 0 })
            _steps[^1].Name(mentions);
        if (kind == CaseStepKind.Urge)
            UrgedAt = at;
        return Result.Ok;
    }
}
