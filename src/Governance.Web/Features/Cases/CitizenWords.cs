using System.Globalization;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;

namespace Governance.Web.Features.Cases;

/// <summary>States in words for a citizen, who does not know the office's steps.</summary>
public static class CitizenWords
{
    /// <summary>Where the case stands.</summary>
    public static string State(CaseState state) => state switch
    {
        CaseState.Registered => "已登记，等待受理",
        CaseState.Accepted or CaseState.Consulting or CaseState.Deciding => "已受理，正在确定承办单位",
        CaseState.Refused => "不予受理",
        CaseState.Dispatched => "已交承办单位",
        CaseState.Handling => "承办单位正在办理",
        CaseState.Verifying or CaseState.Verified => "已有办理结果，正在核查",
        CaseState.Closed or CaseState.Archived => "已办结",
        CaseState.Merged => "已与同一事项合并办理",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Why the clock stands and how the deadline runs on.</summary>
    /// <param name="reason">Reason of the pack; null when there is nothing to say of it.</param>
    /// <param name="until">When the clock goes on at the latest, UTC: the pause lasts through the day before.</param>
    /// <param name="dueAt">When the limit ends, the pause counted out, UTC.</param>
    public static (string Why, string HowOn) Pause(PauseReason? reason, DateTimeOffset until, DateTimeOffset dueAt)
    {
        var goesOn = until.ToChina().ToString("M月d日", CultureInfo.InvariantCulture);
        var ends = dueAt.ToChina().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
        return (reason?.ForCitizens ?? "办理中需要等待，暂时不能继续。", $"暂停期间不计入办理期限，最迟 {goesOn} 起继续计时。继续后的期限到 {ends} 为止；提前恢复的，期限也会提前。");
    }

    /// <summary>What happens next, or what the citizen can do.</summary>
    public static string Next(CaseState state) => state switch
    {
        CaseState.Refused => "如有异议，可到受理窗口说明情况，或拨打 12345。",
        CaseState.Closed or CaseState.Archived => "如对结果不满意，可到受理窗口或拨打 12345 反映。",
        _ => "期限按工作日计算，办理有进展时本页随之更新。",
    };
}
