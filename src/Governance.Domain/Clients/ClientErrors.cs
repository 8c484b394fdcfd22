using Governance.Domain.Common;

namespace Governance.Domain.Clients;

/// <summary>Why something about the interface or one of its clients was refused.</summary>
public static class ClientErrors
{
    /// <summary>No such client.</summary>
    public sealed record NotFound() : NotFoundError("client.not-found", "没有找到这个接口客户。");

    /// <summary>Two clients would have the same name.</summary>
    public sealed record NameTaken() : Error("client.name-taken", "已有同名的接口客户，请换一个名称。");

    /// <summary>A client without a channel could deliver nothing.</summary>
    public sealed record NoChannel() : Error("client.no-channel", "请至少选择一个来源。");

    /// <summary>A client without an area could deliver nothing.</summary>
    public sealed record NoArea() : Error("client.no-area", "请至少选择一个地区。");

    /// <summary>The limit lies outside its bounds.</summary>
    public sealed record BadRate(int Least, int Most) : Error("client.bad-rate", $"每分钟件数应在 {Least} 到 {Most} 之间。");

    /// <summary>The address cannot be called.</summary>
    public sealed record BadWebhook() : Error("client.bad-webhook", "通知地址应以安全网址开头，不带用户名和密码，不超过三百个字符。");

    /// <summary>The client was stopped.</summary>
    public sealed record Revoked() : Error("client.revoked", "这个接口客户已停用，不能再更改。需要时请新建一个。");

    /// <summary>Somebody else saved it first.</summary>
    public sealed record ChangedMeanwhile() : ConflictError("client.changed-meanwhile", "其他管理员刚刚更改了这个接口客户，您的更改没有保存。请看过最新情况后再提交。");

    /// <summary>The key is missing, wrong, run out or withdrawn; the same answer whichever it is.</summary>
    public sealed record BadKey() : Error("client.bad-key", "接口密钥缺少、不对或已停用。");

    /// <summary>The client may not deliver for this channel.</summary>
    public sealed record ChannelNotAllowed(string Channel) : ForbiddenError("client.channel-not-allowed", $"没有以“{Channel}”为来源报送的权限。");

    /// <summary>The client may not deliver for this place.</summary>
    public sealed record AreaNotAllowed(string Place) : ForbiddenError("client.area-not-allowed", $"没有为“{Place}”报送的权限。");
}
