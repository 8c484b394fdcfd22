using Governance.Domain.Cases;
using Governance.Domain.Common;

namespace Governance.Domain.Repeats;

/// <summary>Why merging cases, or taking one out again, was refused.</summary>
public static class RepeatErrors
{
    /// <summary>Only an open case takes others in: an answered one would answer a new appeal without anybody looking at it.</summary>
    public sealed record LeadIsNotOpen(string Number, CaseState State)
        : Error("repeat.lead-not-open", $"主案 {Number} 现在是“{State.DisplayName()}”，不能并入。已有答复的事项再次反映，请先重开主案，或单独办理。");

    /// <summary>A case is no repeat of itself.</summary>
    public sealed record IntoItself(string Number) : Error("repeat.into-itself", $"{Number} 不能并入它自己，请另选主案。");

    /// <summary>The case follows another one already.</summary>
    public sealed record MergedBefore(string Number) : Error("repeat.merged-before", $"{Number} 已经并案。要改并到别的案件，请先撤销并案。");

    /// <summary>The case stands where it cannot be merged.</summary>
    public sealed record WrongState(string Number, CaseState State)
        : Error("repeat.wrong-state", $"{Number} 现在是“{State.DisplayName()}”，不能并案。{Next(State)}")
    {
        private static string Next(CaseState state) => state switch
        {
            CaseState.Consulting or CaseState.Deciding => "请等主办单位确定后再并案。",
            CaseState.Verifying or CaseState.Verified => "已有办理结果，请核查后直接结案答复。",
            _ => "只有还没有办理结果的案件可以并案。",
        };
    }

    /// <summary>More than are answered in one go.</summary>
    public sealed record TooMany(int Most) : Error("repeat.too-many", $"一件主案最多并入 {Most} 件，请把其余案件并入另一件主案。");

    /// <summary>One of the cases lies outside the person's area: merging would move somebody else's work.</summary>
    public sealed record OutsideScope(string Number, string Place)
        : ForbiddenError("repeat.outside-scope", $"{Number}（{Place}）不在您的管辖范围内，跨辖区并案请由上一级综治中心办理。");

    /// <summary>The case follows nobody, or somebody else.</summary>
    public sealed record NotMerged() : Error("repeat.not-merged", "这件案件没有并入主案，可能已被他人撤销。");
}
