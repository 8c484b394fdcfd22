using Governance.Domain.Cities;

namespace Governance.Domain.Cases;

/// <summary>Where a case stands (案件状态); the number is the order of the life cycle.</summary>
public enum CaseState
{
    /// <summary>待受理: logged, nobody has taken it yet.</summary>
    Registered = 1,

    /// <summary>待分派: taken, waiting for a body.</summary>
    Accepted = 2,

    /// <summary>不予受理: refused with a reason.</summary>
    Refused = 3,

    /// <summary>会商中: several departments are competent and talk about who leads.</summary>
    Consulting = 4,

    /// <summary>待裁定: the centre decides who leads.</summary>
    Deciding = 5,

    /// <summary>待签收: assigned to a body that has not confirmed yet.</summary>
    Dispatched = 6,

    /// <summary>办理中.</summary>
    Handling = 7,

    /// <summary>待核查: the result is in, somebody else checks it.</summary>
    Verifying = 8,

    /// <summary>待结案: checked, waiting for the closing answer.</summary>
    Verified = 9,

    /// <summary>已结案.</summary>
    Closed = 10,

    /// <summary>已归档.</summary>
    Archived = 11,

    /// <summary>已并案: the same matter as its lead case, which it follows until the end.</summary>
    Merged = 12,
}

/// <summary>Where a case comes from (来源渠道).</summary>
public enum CaseChannel
{
    /// <summary>12345 热线.</summary>
    Hotline = 1,

    /// <summary>窗口来访: at the counter.</summary>
    Counter = 2,

    /// <summary>来信.</summary>
    Letter = 3,

    /// <summary>走访发现: found on a visit.</summary>
    Visit = 4,

    /// <summary>网上反映.</summary>
    Web = 5,

    /// <summary>网格上报.</summary>
    GridMember = 6,

    /// <summary>110、119、120 移交.</summary>
    Emergency = 7,

    /// <summary>法院分流.</summary>
    Court = 8,

    /// <summary>上级交办.</summary>
    Superior = 9,

    /// <summary>成员单位移送.</summary>
    MemberUnit = 10,
}

/// <summary>A step in the life of a case: the verbs of the ordinance's work.</summary>
public enum CaseStepKind
{
    /// <summary>登记.</summary>
    Register = 1,

    /// <summary>受理.</summary>
    Accept = 2,

    /// <summary>不予受理.</summary>
    Refuse = 3,

    /// <summary>分派.</summary>
    Dispatch = 4,

    /// <summary>撤回: the dispatcher takes an assignment back.</summary>
    Recall = 5,

    /// <summary>签收: the body confirms and starts.</summary>
    Sign = 6,

    /// <summary>退回: the body sends the assignment back.</summary>
    Return = 7,

    /// <summary>提交办理结果.</summary>
    SubmitResult = 8,

    /// <summary>核查通过.</summary>
    PassVerification = 9,

    /// <summary>核查不通过.</summary>
    FailVerification = 10,

    /// <summary>结案.</summary>
    Close = 11,

    /// <summary>归档.</summary>
    Archive = 12,

    /// <summary>重开.</summary>
    Reopen = 13,

    /// <summary>更正: facts of the case were corrected.</summary>
    Correct = 14,

    /// <summary>发起会商: several departments are asked who leads.</summary>
    Consult = 15,

    /// <summary>会商答复: a department says who should lead.</summary>
    AnswerConsultation = 16,

    /// <summary>先行处置: a department acts within its powers before the lead is decided.</summary>
    TakeMeasures = 17,

    /// <summary>商定主办: the departments agreed.</summary>
    AgreeOnLead = 18,

    /// <summary>提请裁定: the case goes to the centre.</summary>
    Refer = 19,

    /// <summary>派单异议: the assigned department objects.</summary>
    RaiseObjection = 20,

    /// <summary>指定主办: the centre names the lead.</summary>
    Designate = 21,

    /// <summary>驳回异议: the centre leaves the case where it is.</summary>
    RejectObjection = 22,

    /// <summary>满意度评价: the reporter says how the answer was.</summary>
    Rate = 23,

    /// <summary>包案: a leader is put in charge.</summary>
    NameInCharge = 181,

    /// <summary>跟进: the leader in charge says how the case stands.</summary>
    FollowUp = 182,

    /// <summary>解除包案.</summary>
    EndCharge = 183,

    /// <summary>落实批示: a body says what it did on an instruction.</summary>
    ReportInstruction = 184,

    /// <summary>备注: words for whoever works on the case.</summary>
    Comment = 24,

    /// <summary>催办: the body whose turn it is is asked to act.</summary>
    Urge = 25,

    /// <summary>批示: a leader's instruction.</summary>
    Instruct = 26,

    /// <summary>并案: the case follows a lead about the same matter.</summary>
    Merge = 27,

    /// <summary>并入诉求: the lead takes repeats in.</summary>
    TakeInRepeats = 28,

    /// <summary>撤销并案: the case is one of its own again.</summary>
    Unmerge = 29,

    /// <summary>移出诉求: the lead lets a repeat go.</summary>
    ReleaseRepeat = 30,

    /// <summary>启动程序: one of the seven ways was taken.</summary>
    OpenProcedure = 60,

    /// <summary>程序结束.</summary>
    EndProcedure = 61,

    /// <summary>司法确认: the court answered.</summary>
    ConfirmAgreement = 62,

    /// <summary>交办协办: an assisting unit is given a task.</summary>
    GiveTask = 90,

    /// <summary>签收协办: the unit confirms it.</summary>
    SignTask = 91,

    /// <summary>协办回复: the unit reports what it did.</summary>
    ReportTask = 92,

    /// <summary>确认协办: the lead takes the report.</summary>
    AcceptTask = 93,

    /// <summary>退回协办: the lead sends the report back.</summary>
    ReturnTask = 94,

    /// <summary>撤销协办: the lead takes the task back.</summary>
    WithdrawTask = 95,
    /// <summary>申请延期: the lead body asks for more time.</summary>
    AskExtension = 40,

    /// <summary>同意延期.</summary>
    GrantExtension = 41,

    /// <summary>不同意延期.</summary>
    DenyExtension = 42,

    /// <summary>申请暂停: the lead body asks that the clock stands while something is waited for.</summary>
    AskPause = 43,

    /// <summary>同意暂停.</summary>
    GrantPause = 44,

    /// <summary>不同意暂停.</summary>
    DenyPause = 45,

    /// <summary>恢复计时: the clock goes on.</summary>
    Resume = 46,

    /// <summary>期限重算: the calendar has changed.</summary>
    Recount = 47,

    /// <summary>督办: a card with words and a time to reply.</summary>
    Supervise = 48,

    /// <summary>督办回复.</summary>
    ReplySupervision = 49,

    /// <summary>解除督办.</summary>
    LiftSupervision = 50,
    /// <summary>限定知悉.</summary>
    Restrict = 160,

    /// <summary>解除限定知悉.</summary>
    LiftRestriction = 161,

    /// <summary>调整知悉范围.</summary>
    ChangeCircle = 162,

    /// <summary>移送.</summary>
    HandOver = 163,

    /// <summary>登记回执.</summary>
    ConfirmReceipt = 164,

    /// <summary>回执提醒: the receipt of a hand-over is missing.</summary>
    RemindOfReceipt = 165,

    /// <summary>查证: what came out when the report was verified.</summary>
    RecordFinding = 100,

    /// <summary>反馈: the reporter was answered.</summary>
    AnswerReporter = 101,

    /// <summary>通报: a body was told of the matter without names.</summary>
    NotifyBody = 102,

    /// <summary>要求保密: the reporter asked, after the case was logged, to be kept confidential.</summary>
    KeepConfidential = 103,

    /// <summary>解除保密: the reporter agreed to be known.</summary>
    EndConfidence = 104,

    /// <summary>指定承办人: single persons of a body stay in the circle.</summary>
    NameHandlers = 105,
}

/// <summary>Chinese names of the vocabulary, used on every screen, message and export.</summary>
public static class CaseVocabulary
{
    /// <summary>Name of a state.</summary>
    public static string DisplayName(this CaseState state) => state switch
    {
        CaseState.Registered => "待受理",
        CaseState.Accepted => "待分派",
        CaseState.Refused => "不予受理",
        CaseState.Consulting => "会商中",
        CaseState.Deciding => "待裁定",
        CaseState.Dispatched => "待签收",
        CaseState.Handling => "办理中",
        CaseState.Verifying => "待核查",
        CaseState.Verified => "待结案",
        CaseState.Closed => "已结案",
        CaseState.Archived => "已归档",
        CaseState.Merged => "已并案",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Name of a channel.</summary>
    public static string DisplayName(this CaseChannel channel) => channel switch
    {
        CaseChannel.Hotline => "12345 热线",
        CaseChannel.Counter => "窗口来访",
        CaseChannel.Letter => "来信",
        CaseChannel.Visit => "走访发现",
        CaseChannel.Web => "网上反映",
        CaseChannel.GridMember => "网格上报",
        CaseChannel.Emergency => "110、119、120 移交",
        CaseChannel.Court => "法院分流",
        CaseChannel.Superior => "上级交办",
        CaseChannel.MemberUnit => "成员单位移送",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    /// <summary>Name of an urgency.</summary>
    public static string DisplayName(this CaseUrgency urgency) => urgency switch
    {
        CaseUrgency.Normal => "一般",
        CaseUrgency.Urgent => "紧急",
        CaseUrgency.Critical => "特急",
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, null),
    };

    /// <summary>Name of a step.</summary>
    public static string DisplayName(this CaseStepKind step) => step switch
    {
        CaseStepKind.Register => "登记",
        CaseStepKind.Accept => "受理",
        CaseStepKind.Refuse => "不予受理",
        CaseStepKind.Dispatch => "分派",
        CaseStepKind.Recall => "撤回",
        CaseStepKind.Sign => "签收",
        CaseStepKind.Return => "退回",
        CaseStepKind.SubmitResult => "提交办理结果",
        CaseStepKind.PassVerification => "核查通过",
        CaseStepKind.FailVerification => "核查不通过",
        CaseStepKind.Close => "结案",
        CaseStepKind.Archive => "归档",
        CaseStepKind.Reopen => "重开",
        CaseStepKind.Correct => "更正",
        CaseStepKind.Consult => "发起会商",
        CaseStepKind.AnswerConsultation => "会商答复",
        CaseStepKind.TakeMeasures => "先行处置",
        CaseStepKind.AgreeOnLead => "商定主办",
        CaseStepKind.Refer => "提请裁定",
        CaseStepKind.RaiseObjection => "派单异议",
        CaseStepKind.Designate => "指定主办",
        CaseStepKind.RejectObjection => "驳回异议",
        CaseStepKind.Rate => "满意度评价",
        CaseStepKind.NameInCharge => "包案",
        CaseStepKind.FollowUp => "跟进",
        CaseStepKind.EndCharge => "解除包案",
        CaseStepKind.ReportInstruction => "落实批示",
        CaseStepKind.Comment => "备注",
        CaseStepKind.Urge => "催办",
        CaseStepKind.Instruct => "批示",
        CaseStepKind.Merge => "并案",
        CaseStepKind.TakeInRepeats => "并入诉求",
        CaseStepKind.Unmerge => "撤销并案",
        CaseStepKind.ReleaseRepeat => "移出诉求",
        CaseStepKind.OpenProcedure => "启动程序",
        CaseStepKind.EndProcedure => "程序结束",
        CaseStepKind.ConfirmAgreement => "司法确认",
        CaseStepKind.GiveTask => "交办协办",
        CaseStepKind.SignTask => "签收协办",
        CaseStepKind.ReportTask => "协办回复",
        CaseStepKind.AcceptTask => "确认协办",
        CaseStepKind.ReturnTask => "退回协办",
        CaseStepKind.WithdrawTask => "撤销协办",
        CaseStepKind.AskExtension => "申请延期",
        CaseStepKind.GrantExtension => "同意延期",
        CaseStepKind.DenyExtension => "不同意延期",
        CaseStepKind.AskPause => "申请暂停",
        CaseStepKind.GrantPause => "同意暂停",
        CaseStepKind.DenyPause => "不同意暂停",
        CaseStepKind.Resume => "恢复计时",
        CaseStepKind.Recount => "期限重算",
        CaseStepKind.Supervise => "督办",
        CaseStepKind.ReplySupervision => "督办回复",
        CaseStepKind.LiftSupervision => "解除督办",
        CaseStepKind.Restrict => "限定知悉",
        CaseStepKind.LiftRestriction => "解除限定知悉",
        CaseStepKind.ChangeCircle => "调整知悉范围",
        CaseStepKind.HandOver => "移送",
        CaseStepKind.ConfirmReceipt => "登记回执",
        CaseStepKind.RemindOfReceipt => "回执提醒",
        CaseStepKind.RecordFinding => "查证",
        CaseStepKind.AnswerReporter => "反馈反映人",
        CaseStepKind.NotifyBody => "通报",
        CaseStepKind.KeepConfidential => "要求保密",
        CaseStepKind.EndConfidence => "解除保密",
        CaseStepKind.NameHandlers => "指定承办人",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
