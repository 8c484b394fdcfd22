using Governance.Domain.Common;

namespace Governance.Domain.Webhooks;

/// <summary>Why a message was not sent again.</summary>
public static class WebhookErrors
{
    /// <summary>There is none of that key, or it was taken or waits already.</summary>
    public sealed record NothingToSend() : Error("webhook.nothing-to-send", "没有可重发的通知：已送达的、正在发送的不用重发。");
}
