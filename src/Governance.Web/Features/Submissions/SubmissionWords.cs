using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Web.Features.Cases;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Submissions;

/// <summary>How submissions are said on every page.</summary>
public static class SubmissionWords
{
    /// <summary>Place in one line; the sender's words where the portal knows no division.</summary>
    public static string Place(CaseLabels labels, AreaCode area, string words) =>
        area.Level < DivisionLevel.County ? words.Length > 0 ? $"未确定（{words}）" : "未确定" : $"{labels.Place(area)}　{words}".TrimEnd('　');

    /// <summary>Colour of a state.</summary>
    public static TagTone Tone(SubmissionState state) => state switch
    {
        SubmissionState.Pending => TagTone.Warn,
        SubmissionState.Asked => TagTone.Active,
        SubmissionState.Accepted or SubmissionState.Merged => TagTone.Good,
        _ => TagTone.Plain,
    };

    /// <summary>What a citizen reads of a state.</summary>
    public static string ForCitizen(SubmissionState state) => state switch
    {
        SubmissionState.Pending => "已收到，正在审核",
        SubmissionState.Asked => "需要您补充",
        SubmissionState.Accepted => "已受理，已登记为案件",
        SubmissionState.Merged => "已受理，与已有案件一并办理",
        SubmissionState.Refused => "不予受理",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>A limit in a reviewer's words.</summary>
    public static DeadlineStatus Due(CaseLabels labels, SubmissionState state, DateTimeOffset dueAt, DateTimeOffset? decidedAt) => state.IsOpen()
        ? labels.Deadline(Domain.Cases.CaseState.Registered, dueAt, null)
        : decidedAt <= dueAt ? new DeadlineStatus("按期处理", DeadlineUrgency.Calm) : new DeadlineStatus("超期处理", DeadlineUrgency.Late);
}
