namespace Governance.Domain.Procedures;

/// <summary>The seven ways to resolve a dispute (H38).</summary>
public enum ProcedureWay
{
    /// <summary>和解.</summary>
    Reconciliation = 1,

    /// <summary>调解.</summary>
    Mediation = 2,

    /// <summary>信访.</summary>
    Petition = 3,

    /// <summary>仲裁.</summary>
    Arbitration = 4,

    /// <summary>行政裁决.</summary>
    Ruling = 5,

    /// <summary>行政复议.</summary>
    Reconsideration = 6,

    /// <summary>诉讼.</summary>
    Litigation = 7,
}

/// <summary>What a kind of procedure is before the law: the rules which may run side by side ask for it.</summary>
public enum ProcedureNature
{
    /// <summary>和解.</summary>
    Reconciliation = 1,

    /// <summary>Mediation that the parties asked for.</summary>
    Mediation = 2,

    /// <summary>诉前委派调解: the court sent the dispute before filing it.</summary>
    DivertedMediation = 3,

    /// <summary>立案后委托调解: the court entrusted a filed case.</summary>
    EntrustedMediation = 4,

    /// <summary>信访.</summary>
    Petition = 5,

    /// <summary>劳动争议仲裁.</summary>
    LabourArbitration = 6,

    /// <summary>民商事仲裁.</summary>
    CommercialArbitration = 7,

    /// <summary>农村土地承包仲裁.</summary>
    LandArbitration = 8,

    /// <summary>行政裁决.</summary>
    Ruling = 9,

    /// <summary>行政复议.</summary>
    Reconsideration = 10,

    /// <summary>民事诉讼.</summary>
    CivilSuit = 11,

    /// <summary>行政诉讼.</summary>
    AdministrativeSuit = 12,
}

/// <summary>How a procedure ended.</summary>
public enum ProcedureResult
{
    /// <summary>It brought a result: an agreement, an award, a judgment.</summary>
    Success = 1,

    /// <summary>It did not: not taken on, no agreement, out of time.</summary>
    Failure = 2,

    /// <summary>The parties took it back.</summary>
    Withdrawn = 3,

    /// <summary>Another body or another way takes over.</summary>
    Transferred = 4,
}

/// <summary>What the court said of an agreement.</summary>
public enum ConfirmationResult
{
    /// <summary>裁定有效.</summary>
    Confirmed = 1,

    /// <summary>裁定驳回申请.</summary>
    Rejected = 2,
}

/// <summary>Which way a hand-over slip goes (诉调对接).</summary>
public enum HandOverDirection
{
    /// <summary>From the court to mediation.</summary>
    FromCourt = 1,

    /// <summary>To the court.</summary>
    ToCourt = 2,

    /// <summary>To another body.</summary>
    ToBody = 3,
}

/// <summary>What an entry of a procedure's course tells of.</summary>
public enum ProcedureEntryKind
{
    /// <summary>启动.</summary>
    Open = 1,

    /// <summary>A step.</summary>
    Step = 2,

    /// <summary>延长期限.</summary>
    Extend = 3,

    /// <summary>变更: body or mediator.</summary>
    Change = 4,

    /// <summary>结束.</summary>
    End = 5,

    /// <summary>移送: a hand-over slip was given out.</summary>
    HandOver = 6,

    /// <summary>回执: it was received.</summary>
    Receipt = 7,

    /// <summary>申请司法确认.</summary>
    ApplyConfirmation = 8,

    /// <summary>司法确认结果.</summary>
    Confirmation = 9,

    /// <summary>提醒: the time to ask for confirmation ends soon.</summary>
    Remind = 10,
}

/// <summary>Chinese names.</summary>
public static class ProcedureVocabulary
{
    /// <summary>The way a kind belongs to.</summary>
    public static ProcedureWay Way(this ProcedureNature nature) => nature switch
    {
        ProcedureNature.Reconciliation => ProcedureWay.Reconciliation,
        ProcedureNature.Mediation or ProcedureNature.DivertedMediation or ProcedureNature.EntrustedMediation => ProcedureWay.Mediation,
        ProcedureNature.Petition => ProcedureWay.Petition,
        ProcedureNature.LabourArbitration or ProcedureNature.CommercialArbitration or ProcedureNature.LandArbitration => ProcedureWay.Arbitration,
        ProcedureNature.Ruling => ProcedureWay.Ruling,
        ProcedureNature.Reconsideration => ProcedureWay.Reconsideration,
        ProcedureNature.CivilSuit or ProcedureNature.AdministrativeSuit => ProcedureWay.Litigation,
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    /// <summary>Name of a way.</summary>
    public static string DisplayName(this ProcedureWay way) => way switch
    {
        ProcedureWay.Reconciliation => "和解",
        ProcedureWay.Mediation => "调解",
        ProcedureWay.Petition => "信访",
        ProcedureWay.Arbitration => "仲裁",
        ProcedureWay.Ruling => "行政裁决",
        ProcedureWay.Reconsideration => "行政复议",
        ProcedureWay.Litigation => "诉讼",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };

    /// <summary>Name of a result.</summary>
    public static string DisplayName(this ProcedureResult result) => result switch
    {
        ProcedureResult.Success => "有结果",
        ProcedureResult.Failure => "未成",
        ProcedureResult.Withdrawn => "撤回",
        ProcedureResult.Transferred => "移送",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>Name of what the court said.</summary>
    public static string DisplayName(this ConfirmationResult result) => result switch
    {
        ConfirmationResult.Confirmed => "裁定调解协议有效",
        ConfirmationResult.Rejected => "裁定驳回申请",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>Name of a reason.</summary>
    public static string DisplayName(this MediatorChangeReason reason) => reason switch
    {
        MediatorChangeReason.PartyAsked => "当事人要求更换",
        MediatorChangeReason.Recusal => "调解员应当回避",
        MediatorChangeReason.Away => "调解员休假或者离任",
        MediatorChangeReason.Arrangement => "工作调整",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>Name of a direction.</summary>
    public static string DisplayName(this HandOverDirection direction) => direction switch
    {
        HandOverDirection.FromCourt => "法院移送调解",
        HandOverDirection.ToCourt => "移送法院",
        HandOverDirection.ToBody => "移送其他单位",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, null),
    };
}
