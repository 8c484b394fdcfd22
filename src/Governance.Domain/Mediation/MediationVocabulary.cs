namespace Governance.Domain.Mediation;

/// <summary>Kind of a mediation committee (调解组织); the number is the order in lists.</summary>
public enum CommitteeKind
{
    /// <summary>人民调解委员会 of a village, township, enterprise.</summary>
    Peoples = 1,

    /// <summary>行业性、专业性调解委员会 (H40).</summary>
    Trade = 2,

    /// <summary>行政调解委员会 (H39).</summary>
    Administrative = 3,

    /// <summary>个人调解工作室 (H41).</summary>
    Studio = 4,
}

/// <summary>Why a mediator is away.</summary>
public enum LeaveKind
{
    /// <summary>事假.</summary>
    Personal = 1,

    /// <summary>病假.</summary>
    Sick = 2,

    /// <summary>公务、培训.</summary>
    Duty = 3,

    /// <summary>其他.</summary>
    Other = 4,
}

/// <summary>What happened to an entry of the register or to a list of items.</summary>
public enum MediationChangeKind
{
    /// <summary>设立 of a committee.</summary>
    Founded = 1,

    /// <summary>修改.</summary>
    Changed = 2,

    /// <summary>撤销 of a committee.</summary>
    Dissolved = 3,

    /// <summary>恢复 of a dissolved committee.</summary>
    Restored = 4,

    /// <summary>聘任 of a mediator.</summary>
    Appointed = 5,

    /// <summary>解聘.</summary>
    Ended = 6,

    /// <summary>续聘: appointed again after the end.</summary>
    Reappointed = 7,

    /// <summary>请假.</summary>
    LeaveTaken = 8,

    /// <summary>销假.</summary>
    LeaveEnded = 9,

    /// <summary>起草 of a list of items.</summary>
    Drafted = 10,

    /// <summary>提请会同确认.</summary>
    Submitted = 11,

    /// <summary>会同确认 by the judicial administration.</summary>
    Confirmed = 12,

    /// <summary>退回修改.</summary>
    SentBack = 13,

    /// <summary>公布.</summary>
    Published = 14,
}

/// <summary>Where a list of items stands; the number is the order of its life.</summary>
public enum ItemListState
{
    /// <summary>起草中.</summary>
    Draft = 1,

    /// <summary>待会同确认: the judicial administration's turn.</summary>
    Confirming = 2,

    /// <summary>待公布: confirmed, the centre's turn.</summary>
    Confirmed = 3,

    /// <summary>已公布.</summary>
    Published = 4,
}

/// <summary>Chinese names of the vocabulary.</summary>
public static class MediationVocabulary
{
    /// <summary>Name of a kind of committee.</summary>
    public static string DisplayName(this CommitteeKind kind) => kind switch
    {
        CommitteeKind.Peoples => "人民调解委员会",
        CommitteeKind.Trade => "行业性专业性调解委员会",
        CommitteeKind.Administrative => "行政调解委员会",
        CommitteeKind.Studio => "个人调解工作室",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Name of a kind of leave.</summary>
    public static string DisplayName(this LeaveKind kind) => kind switch
    {
        LeaveKind.Personal => "事假",
        LeaveKind.Sick => "病假",
        LeaveKind.Duty => "公务或培训",
        LeaveKind.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Name of a change.</summary>
    public static string DisplayName(this MediationChangeKind kind) => kind switch
    {
        MediationChangeKind.Founded => "设立",
        MediationChangeKind.Changed => "修改",
        MediationChangeKind.Dissolved => "撤销",
        MediationChangeKind.Restored => "恢复",
        MediationChangeKind.Appointed => "聘任",
        MediationChangeKind.Ended => "解聘",
        MediationChangeKind.Reappointed => "续聘",
        MediationChangeKind.LeaveTaken => "请假",
        MediationChangeKind.LeaveEnded => "销假",
        MediationChangeKind.Drafted => "起草",
        MediationChangeKind.Submitted => "提请会同确认",
        MediationChangeKind.Confirmed => "会同确认",
        MediationChangeKind.SentBack => "退回修改",
        MediationChangeKind.Published => "公布",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Name of the state of a list.</summary>
    public static string DisplayName(this ItemListState state) => state switch
    {
        ItemListState.Draft => "起草中",
        ItemListState.Confirming => "待会同确认",
        ItemListState.Confirmed => "待公布",
        ItemListState.Published => "已公布",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
