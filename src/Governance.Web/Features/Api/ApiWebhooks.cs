using Governance.Application.Webhooks;
using Microsoft.OpenApi;

namespace Governance.Web.Features.Api;

/// <summary>What the portal sends of itself (状态通知), for the description of the interface. The texts are made by <see cref="WebhookMessage"/>.</summary>
internal static class ApiWebhooks
{
    private static readonly (string Name, string Words)[] Common =
    [
        ("event", "通知的种类。"), ("number", "来件编号或案件编号。"), ("sourceNumber", "对方报送时的来源编号。"), ("sequence", "这一步的序号，同一来件或案件内越大越新；来件收到时为 0。"),
        ("step", "步骤的代码。"), ("stepName", "步骤的中文名称。"), ("state", "办到的状态的代码。"), ("stateName", "状态的中文名称。"), ("at", "办理时间。"), ("dueAt", "期限：还没有办完的才有。"),
    ];

    /// <summary>The two kinds of message.</summary>
    public static Dictionary<string, IOpenApiPathItem> All => new()
    {
        ["submission.changed"] = Item("来件收到、要求补充、补充、转交、受理、不予受理、并入时", [
            ("caseNumber", "案件编号：已受理或已并入的才有。"), ("reply", "要求补充的问题，或不予受理的理由。")]),
        ["case.changed"] = Item("案件办到下一步时（备注、催办、批示除外）", [("answer", "结案时的答复，或不予受理的理由。")]),
    };

    private static OpenApiPathItem Item(string when, (string Name, string Words)[] own) => new()
    {
        Operations = new()
        {
            [HttpMethod.Post] = new OpenApiOperation
            {
                Summary = $"状态通知：{when}，平台向接口客户的通知地址发送。",
                Description = $"请求头 {WebhookMessage.DeliveryHeader} 是这条通知的编号，重试时不变；{WebhookMessage.SignatureHeader} 是用签名密钥对“{WebhookMessage.TimestampHeader} 的值、一个点、请求正文”做的 HMAC-SHA-256。10 秒内回复 2xx 算送达，否则重试。内容里没有个人信息。",
                RequestBody = new OpenApiRequestBody
                {
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Schema([.. Common, .. own]) } },
                },
                Responses = new OpenApiResponses { ["200"] = new OpenApiResponse { Description = "收到。" } },
            },
        },
    };

    private static OpenApiSchema Schema((string Name, string Words)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(
            f => f.Name,
            f => (IOpenApiSchema)new OpenApiSchema
            {
                Description = f.Words,
                Type = f.Name switch
                {
                    "sequence" => JsonSchemaType.Integer,
                    "dueAt" or "caseNumber" or "reply" or "answer" => JsonSchemaType.String | JsonSchemaType.Null,
                    _ => JsonSchemaType.String,
                },
                Format = f.Name is "at" or "dueAt" ? "date-time" : null,
            }),
    };
}
