using Governance.Domain.Common;

namespace Governance.Domain.Notifications;

/// <summary>Why a notification could not be opened.</summary>
public static class NotificationErrors
{
    /// <summary>There is none of that key for this person, or the case may not be known any more.</summary>
    public sealed record NotFound() : NotFoundError("notification.not-found", "这条通知已清除，或案件已不在您的查看范围内。");
}
