using System.ComponentModel;
using System.Text.Json.Serialization;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;

namespace Governance.Web.Features.Api;

// What travels over the interface. The Chinese descriptions are what integrators read in the OpenAPI document.

[Description("一件来件。必填：sourceNumber、description。")]
internal sealed record SubmissionBody
{
    [Description("来源编号：同一客户内不重复，最长 64 个字符。重发时保持不变。")]
    public string? SourceNumber { get; init; }

    [Description("标题，最长 100 字。不填的，取诉求经过的第一句。")]
    public string? Title { get; init; }

    [Description("诉求经过，最长 5000 字。")]
    public string? Description { get; init; }

    [Description("地点的 12 位统计用区划代码，见 /api/v1/divisions。不知道的不填。")]
    public string? Place { get; init; }

    [Description("详细地址或文字描述的地点，最长 200 字。")]
    public string? PlaceText { get; init; }

    [Description("建议的类别代码，见 /api/v1/categories。不填的，按诉求经过推荐。")]
    public string? CategoryCode { get; init; }

    [Description("来源渠道。不填的，取本客户的第一个来源。")]
    public CaseChannel? Channel { get; init; }

    [Description("联系人姓名，最长 40 字。加密保存。")]
    public string? ContactName { get; init; }

    [Description("联系人电话：11 位手机号，或带区号的固定电话。加密保存，群众凭后四位查询。")]
    public string? ContactPhone { get; init; }

    [Description("反映人要求保密。")]
    public bool Confidential { get; init; }
}

[Description("一批来件，每批最多 500 件，且不超过本客户每分钟的件数。")]
internal sealed record BatchBody([property: Description("来件，按顺序逐件答复。")] IReadOnlyList<SubmissionBody?>? Items);

[Description("对“待补充”来件的答复。")]
internal sealed record AnswerBody([property: Description("补充内容，最长 2000 字。")] string? Answer);

[Description("回执。同一来源编号、同样内容重发，得到同样的回执。")]
internal sealed record ReceiptBody(
    [property: Description("来件编号，群众凭它和电话后四位查询。")] string Number,
    [property: Description("来源编号。")] string SourceNumber,
    [property: Description("收到时间，世界协调时。")] DateTimeOffset ReceivedAt,
    [property: Description("受理或不予受理的期限。")] DateTimeOffset DueAt,
    [property: Description("案件编号：接收时直接登记为案件的才有。")] string? CaseNumber);

[Description("一批中一件的答复。")]
internal sealed record RowBody(
    [property: Description("在这一批中的位置，从 0 起。")] int Index,
    [property: Description("这一件单独报送时的状态码：201、403、409、422 或 503。")] int Status,
    [property: Description("回执：接收了的才有。")] ReceiptBody? Receipt,
    [property: Description("原因：没有接收的才有。")] ProblemBody? Problem);

[Description("一批的答复，与报送的顺序相同。")]
internal sealed record BatchResultBody(IReadOnlyList<RowBody> Results);

[Description("来件的办理状态。")]
internal sealed record StatusBody(
    [property: Description("来件编号。")] string Number,
    [property: Description("来源编号。")] string SourceNumber,
    [property: Description("状态：pending 待审核，asked 待补充，accepted 已受理，refused 不予受理，merged 已并入。")] SubmissionState State,
    [property: Description("状态的中文名称。")] string StateText,
    [property: Description("收到时间。")] DateTimeOffset ReceivedAt,
    [property: Description("受理或不予受理的期限。")] DateTimeOffset DueAt,
    [property: Description("处理时间。")] DateTimeOffset? DecidedAt,
    [property: Description("案件编号：已受理或已并入的才有。")] string? CaseNumber,
    [property: Description("待补充的问题，或不予受理的理由。")] string? Reply);

[Description("没有成功的原因（RFC 9457）。")]
internal sealed record ProblemBody(
    [property: Description("类型。")] string Title,
    [property: Description("状态码。")] int Status,
    [property: Description("中文说明。")] string Detail,
    [property: Description("供程序判断的固定代码。")] string Code,
    [property: Description("按字段列出的说明。"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);

[Description("类别。")]
internal sealed record CategoryBody([property: Description("代码。")] string Code, [property: Description("名称。")] string Name);

[Description("区划。")]
internal sealed record DivisionBody([property: Description("12 位代码。")] string Code, [property: Description("名称。")] string Name);
