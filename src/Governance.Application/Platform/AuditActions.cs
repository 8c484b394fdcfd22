using Governance.Domain.Mediation;

namespace Governance.Application.Platform;

/// <summary>Chinese names of the audit actions; an action without a name is a bug that a test finds.</summary>
public static class AuditActions
{
    /// <summary>Looking at a reporter's name and phone.</summary>
    public const string RevealReporter = "case.reveal-reporter";

    /// <summary>Exporting a list of cases.</summary>
    public const string ExportCases = "case.export";

    /// <summary>Loading messages as cases.</summary>
    public const string ImportMessages = "case.import-messages";

    /// <summary>Exporting a table of the leader's page.</summary>
    public const string ExportDashboard = "dashboard.export";

    /// <summary>Exporting the audit trail itself.</summary>
    public const string ExportAudit = "audit.export";

    /// <summary>Loading divisions.</summary>
    public const string ImportDivisions = "settings.import-divisions";

    /// <summary>Loading calendar days.</summary>
    public const string ImportCalendar = "settings.import-calendar";

    /// <summary>Making the demo's cases.</summary>
    public const string MakeDemo = "case.make-demo";

    /// <summary>Generating cases to measure on.</summary>
    public const string GenerateCases = "case.generate";

    /// <summary>Looking at the contact of a submission.</summary>
    public const string RevealContact = "submission.reveal-contact";

    /// <summary>Looking at the persons a reporter named in the protected form.</summary>
    public const string RevealPersons = "submission.reveal-persons";

    /// <summary>Adding a file to a record.</summary>
    public const string AddAttachment = "attachment.add";

    /// <summary>Taking a file off a record.</summary>
    public const string RemoveAttachment = "attachment.remove";

    /// <summary>Looking at the files of a record.</summary>
    public const string OpenAttachment = "attachment.open";
    /// <summary>Looking at a mediator's phone.</summary>
    public const string RevealMediatorPhone = "mediator.reveal-phone";

    /// <summary>Exporting a list of committees.</summary>
    public const string ExportCommittees = "committee.export";

    /// <summary>Exporting a list of mediators.</summary>
    public const string ExportMediators = "mediator.export";

    /// <summary>Loading committees.</summary>
    public const string ImportCommittees = "committee.import";

    /// <summary>Loading mediators.</summary>
    public const string ImportMediators = "mediator.import";

    /// <summary>Throwing a draft of a list of items away.</summary>
    public const string DiscardItemList = "item-list.discard";

    /// <summary>Writing down a participant.</summary>
    public const string AddParticipant = "case.add-participant";

    /// <summary>Correcting a participant.</summary>
    public const string CorrectParticipant = "case.correct-participant";

    /// <summary>Removing a participant.</summary>
    public const string RemoveParticipant = "case.remove-participant";

    /// <summary>Looking at a participant in clear.</summary>
    public const string RevealParticipant = "case.reveal-participant";

    /// <summary>Searching by a participant's phone or number.</summary>
    public const string SearchParticipants = "participant.search";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["case.register"] = "登记案件",
        ["case.accept"] = "受理案件",
        ["case.refuse"] = "不予受理",
        ["case.dispatch"] = "分派案件",
        ["case.recall"] = "撤回分派",
        ["case.sign"] = "签收案件",
        ["case.return"] = "退回案件",
        ["case.submitresult"] = "提交办理结果",
        ["case.passverification"] = "核查通过",
        ["case.failverification"] = "核查不通过",
        ["case.close"] = "结案",
        ["case.archive"] = "归档",
        ["case.reopen"] = "重开案件",
        ["case.correct"] = "更正案件",
        ["case.consult"] = "发起会商",
        ["case.answerconsultation"] = "会商答复",
        ["case.takemeasures"] = "先行处置",
        ["case.agreeonlead"] = "商定主办",
        ["case.refer"] = "提请裁定",
        ["case.raiseobjection"] = "派单异议",
        ["case.designate"] = "指定主办",
        ["case.rejectobjection"] = "驳回异议",
        ["case.rate"] = "满意度评价",
        ["case.comment"] = "备注案件",
        ["case.urge"] = "催办案件",
        ["case.instruct"] = "批示案件",
        ["client.create"] = "新建接口客户",
        ["client.change"] = "修改接口客户",
        ["client.rotate-key"] = "更换接口密钥",
        ["client.rotate-secret"] = "更换签名密钥",
        ["client.revoke"] = "停用接口客户",
        ["case.givetask"] = "交办协办",
        ["case.signtask"] = "签收协办",
        ["case.reporttask"] = "协办回复",
        ["case.accepttask"] = "确认协办",
        ["case.returntask"] = "退回协办",
        ["case.withdrawtask"] = "撤销协办",
        ["submission.receive"] = "接收来件",
        ["submission.accept"] = "受理来件",
        ["submission.refuse"] = "来件不予受理",
        ["submission.ask"] = "要求补充来件",
        ["submission.answer"] = "补充来件",
        ["submission.merge"] = "并入来件",
        ["submission.handover"] = "转交来件",
        [RevealContact] = "查看来件联系人",
        ["case.merge"] = "并案",
        ["case.takeinrepeats"] = "并入诉求",
        ["case.unmerge"] = "撤销并案",
        ["case.releaserepeat"] = "移出诉求",
        ["case.openprocedure"] = "启动化解程序",
        ["case.endprocedure"] = "结束化解程序",
        ["case.confirmagreement"] = "登记司法确认",
        ["procedure.advance"] = "推进化解程序",
        ["procedure.extend"] = "延长程序期限",
        ["procedure.change"] = "变更程序办理人员",
        ["procedure.take-item"] = "对应行政调解事项",
        ["procedure.hand-over"] = "移送案件",
        ["procedure.receipt"] = "登记移送回执",
        ["procedure.apply-confirmation"] = "申请司法确认",
        ["procedure.paper"] = "制作文书",
        ["procedure.remind"] = "提醒司法确认期限",
        ["settings.confirm-limit"] = "确认程序时限",
        ["case.nameincharge"] = "指定包案",
        ["case.followup"] = "跟进包案",
        ["case.endcharge"] = "解除包案",
        ["case.reportinstruction"] = "落实批示",
        ["client.send-again"] = "重发状态通知",
        ["filter.keep"] = "保存常用筛选",
        ["filter.open-with"] = "设置默认筛选",
        ["filter.remove"] = "删除常用筛选",
        ["case.askextension"] = "申请延期",
        ["case.grantextension"] = "同意延期",
        ["case.denyextension"] = "不同意延期",
        ["case.askpause"] = "申请暂停计时",
        ["case.grantpause"] = "同意暂停计时",
        ["case.denypause"] = "不同意暂停计时",
        ["case.resume"] = "恢复计时",
        ["case.recount"] = "期限重算",
        ["case.supervise"] = "督办案件",
        ["case.replysupervision"] = "督办回复",
        ["case.liftsupervision"] = "解除督办",
        ["case.restrict"] = "限定知悉",
        ["case.liftrestriction"] = "解除限定知悉",
        ["case.changecircle"] = "调整知悉范围",
        ["case.handover"] = "移送线索",
        ["case.confirmreceipt"] = "登记回执",
        ["case.remindofreceipt"] = "回执提醒",
        ["case.recordfinding"] = "登记查证结论",
        ["case.answerreporter"] = "反馈反映人",
        ["case.notifybody"] = "通报有关单位",
        ["case.keepconfidential"] = "登记保密要求",
        ["case.endconfidence"] = "解除保密",
        ["case.namehandlers"] = "指定承办人",
        [RevealPersons] = "查看涉事人员",
        [AddParticipant] = "添加当事人",
        [CorrectParticipant] = "更正当事人",
        [RemoveParticipant] = "移除当事人",
        [RevealParticipant] = "查看当事人信息",
        [SearchParticipants] = "查询当事人",
        [RevealReporter] = "查看反映人信息",
        [ExportCases] = "导出案件",
        [AddAttachment] = "上传材料",
        [RemoveAttachment] = "移除材料",
        [OpenAttachment] = "查看材料",
        [ImportMessages] = "导入留言",
        [MakeDemo] = "建立演示数据",
        [GenerateCases] = "生成测量数据",
        ["committee.founded"] = "设立调解组织",
        ["committee.changed"] = "修改调解组织",
        ["committee.dissolved"] = "撤销调解组织",
        ["committee.restored"] = "恢复调解组织",
        [ExportCommittees] = "导出调解组织",
        [ImportCommittees] = "导入调解组织",
        ["mediator.appointed"] = "聘任调解员",
        ["mediator.changed"] = "修改调解员",
        ["mediator.ended"] = "解聘调解员",
        ["mediator.reappointed"] = "续聘调解员",
        ["mediator.leavetaken"] = "调解员请假",
        ["mediator.leaveended"] = "调解员销假",
        [RevealMediatorPhone] = "查看调解员电话",
        [ExportMediators] = "导出调解员",
        [ImportMediators] = "导入调解员",
        ["item-list.drafted"] = "起草事项清单",
        ["item-list.changed"] = "修改事项清单",
        ["item-list.submitted"] = "提请确认事项清单",
        ["item-list.confirmed"] = "会同确认事项清单",
        ["item-list.sentback"] = "退回事项清单",
        ["item-list.published"] = "公布事项清单",
        [DiscardItemList] = "删除事项清单草稿",
        [ExportDashboard] = "导出态势统计",
        [ExportAudit] = "导出审计记录",
        ["user.create"] = "新建账号",
        ["user.change"] = "修改账号",
        ["user.reset-password"] = "重置密码",
        ["user.change-password"] = "修改密码",
        ["user.lock"] = "锁定账号",
        ["user.unlock"] = "解除锁定",
        ["user.sign-out-everywhere"] = "强制退出登录",
        ["user.sign-in"] = "登录",
        ["user.sign-in-failed"] = "登录失败",
        ["user.sign-out"] = "退出登录",
        [ImportDivisions] = "导入区划",
        [ImportCalendar] = "导入工作日历",
    };

    private static readonly Dictionary<string, string> SubjectKinds = new()
    {
        ["case"] = "案件",
        ["participant"] = "当事人",
        ["submission"] = "来件",
        ["client"] = "接口客户",
        ["user"] = "账号",
        ["import"] = "导入文件",
        ["dashboard"] = "态势统计",
        ["audit"] = "审计记录",
        ["settings"] = "设置",
        ["committee"] = "调解组织",
        ["mediator"] = "调解员",
        ["item-list"] = "事项清单",
        ["filter"] = "常用筛选",
    };

    /// <summary>The action of a change to a committee.</summary>
    public static string OfCommittee(MediationChangeKind kind) => "committee." + kind.ToString().ToLowerInvariant();

    /// <summary>The action of a change to a mediator.</summary>
    public static string OfMediator(MediationChangeKind kind) => "mediator." + kind.ToString().ToLowerInvariant();

    /// <summary>The action of a change to a list of items.</summary>
    public static string OfItemList(MediationChangeKind kind) => "item-list." + kind.ToString().ToLowerInvariant();

    /// <summary>Every known action with its name.</summary>
    public static IReadOnlyDictionary<string, string> All => Names;

    /// <summary>Name of an action.</summary>
    public static string DisplayName(string action) => Names.GetValueOrDefault(action, "其他操作");

    /// <summary>Name of what was touched.</summary>
    public static string SubjectName(string kind) => SubjectKinds.GetValueOrDefault(kind, "其他");
}
