namespace Governance.Domain.Procedures;

/// <summary>What a paper can be filled with; a template names it in braces.</summary>
public static class DocumentFields
{
    /// <summary>Number of the case.</summary>
    public const string CaseNumber = "案件编号";

    /// <summary>Number of the paper.</summary>
    public const string Number = "文号";

    /// <summary>Names of who asked, masked unless shown for a reason.</summary>
    public const string Applicant = "申请人";

    /// <summary>Who asked, a line each: name, kind, address, phone; masked unless shown for a reason.</summary>
    public const string Applicants = "申请人情况";

    /// <summary>The other side, a line each.</summary>
    public const string Respondents = "被申请人情况";

    /// <summary>Both sides and third parties, a line each, with what each of them is.</summary>
    public const string Parties = "当事人情况";

    /// <summary>The item of administrative mediation.</summary>
    public const string Item = "调解事项";

    /// <summary>The law behind the item.</summary>
    public const string ItemLaw = "事项依据";

    /// <summary>What it is about.</summary>
    public const string Title = "纠纷标题";

    /// <summary>What was said.</summary>
    public const string Description = "纠纷经过";

    /// <summary>Where.</summary>
    public const string Place = "地点";

    /// <summary>Name of the procedure.</summary>
    public const string Kind = "程序名称";

    /// <summary>Body that leads it.</summary>
    public const string Body = "办理单位";

    /// <summary>Mediator.</summary>
    public const string Mediator = "调解员";

    /// <summary>The day it began.</summary>
    public const string OpenedOn = "启动日期";

    /// <summary>The day it ended.</summary>
    public const string EndedOn = "结束日期";

    /// <summary>The limit that runs, with what it rests on.</summary>
    public const string Limit = "时限";

    /// <summary>The day it ends.</summary>
    public const string Due = "期满";

    /// <summary>The outcome.</summary>
    public const string Outcome = "结果";

    /// <summary>What was agreed on.</summary>
    public const string Terms = "协议内容";

    /// <summary>Sum of money.</summary>
    public const string Amount = "金额";

    /// <summary>Last day to ask for confirmation.</summary>
    public const string ConfirmUntil = "司法确认期满";

    /// <summary>Today.</summary>
    public const string Today = "日期";

    /// <summary>Which way a slip goes.</summary>
    public const string Direction = "移送方向";

    /// <summary>The other side.</summary>
    public const string OtherBody = "对方单位";

    /// <summary>Its number there.</summary>
    public const string OtherNumber = "对方案号";

    /// <summary>Why it is handed over.</summary>
    public const string HandOverReason = "移送事由";

    /// <summary>The day of the slip.</summary>
    public const string HandOverOn = "移送日期";

    /// <summary>Who received it.</summary>
    public const string ReceivedBy = "接收人";

    /// <summary>The day it was received.</summary>
    public const string ReceivedOn = "接收日期";

    /// <summary>Those that name somebody.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = [Applicant, Applicants, Respondents, Parties];

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        CaseNumber, Number, Applicant, Applicants, Respondents, Parties, Item, ItemLaw, Title, Description, Place, Kind, Body, Mediator, OpenedOn, EndedOn, Limit, Due, Outcome, Terms, Amount,
        ConfirmUntil, Today, Direction, OtherBody, OtherNumber, HandOverReason, HandOverOn, ReceivedBy, ReceivedOn,
    };
}
