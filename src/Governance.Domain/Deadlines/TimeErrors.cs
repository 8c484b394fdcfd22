using System.Globalization;
using Governance.Domain.Common;

namespace Governance.Domain.Deadlines;

/// <summary>Why a request for time was refused.</summary>
public static class TimeErrors
{
    /// <summary>One request at a time.</summary>
    public sealed record PendingBefore() : Error("time.pending-before", "已有一项延期或暂停申请待批，请等批复后再申请。");

    /// <summary>Who asks does not decide.</summary>
    public sealed record OwnRequest() : Error("time.own-request", "这项申请由您提出，须由其他人员批复。");

    /// <summary>Time is asked for before the limit is over.</summary>
    public sealed record AlreadyDue() : Error("time.already-due", "期限已过，不能再申请延期或暂停。应当在期满之前申请。");

    /// <summary>The city allows no extension for such a case.</summary>
    public sealed record NoExtension() : Error("time.no-extension", "本类案件没有可以延期的规定。");

    /// <summary>More than the city allows.</summary>
    public sealed record ExtensionTooLong(string Most) : Error("time.extension-too-long", $"延期最长 {Most}，已批准的延期计算在内。");

    /// <summary>The clock stands already.</summary>
    public sealed record PausedBefore() : Error("time.paused-before", "本案正在暂停计时，不能再次暂停；需要时请先恢复计时。");

    /// <summary>The clock runs.</summary>
    public sealed record NotPaused() : Error("time.not-paused", "本案没有暂停计时。");

    /// <summary>The reason is not in the city pack.</summary>
    public sealed record UnknownReason() : Error("time.unknown-reason", "请从列表中选择暂停事由。");

    /// <summary>A pause ends in the future and within the longest time the city allows.</summary>
    public sealed record BadPauseEnd(DateOnly Latest)
        : Error("time.bad-pause-end", $"暂停应至明天或以后，最晚至 {Latest.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}。");

    /// <summary>No such request, or it was decided before.</summary>
    public sealed record NothingToDecide() : ConflictError("time.nothing-to-decide", "这项申请已经批复或失效，请查看最新情况。");
}
