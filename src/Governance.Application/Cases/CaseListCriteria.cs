using Governance.Application.Satisfaction;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Application.Cases;

/// <summary>Which list of cases is looked at.</summary>
public enum CaseView
{
    /// <summary>全部案件: everything this person may know of.</summary>
    All,

    /// <summary>我的案件: what waits for the own body now.</summary>
    Mine,

    /// <summary>本辖区案件: cases of the area the own body works for.</summary>
    Area,
}

/// <summary>How a case stands against its deadline.</summary>
public enum CaseTimeliness
{
    /// <summary>即将到期: open, ends today or on the next working day.</summary>
    DueSoon,

    /// <summary>已超期: open and past its deadline.</summary>
    Overdue,

    /// <summary>环节超时: open, and the step it is in is past its own limit, whatever the whole case has left.</summary>
    StepOverdue,

    /// <summary>按期办结.</summary>
    ClosedOnTime,

    /// <summary>超期办结.</summary>
    ClosedLate,
}

/// <summary>How a case is supervised (督办).</summary>
public enum CaseSupervisionStanding
{
    /// <summary>督办中: with either card.</summary>
    Supervised,

    /// <summary>黄牌.</summary>
    Yellow,

    /// <summary>红牌.</summary>
    Red,
}

/// <summary>Whether the clock of a case stands, or somebody asks something of it.</summary>
public enum CaseClockStanding
{
    /// <summary>已暂停.</summary>
    Paused,

    /// <summary>待批延期、暂停.</summary>
    Asked,
}

/// <summary>Coarse states, as the leader's page counts them.</summary>
public enum CasePhase
{
    /// <summary>在办: somebody still has to act.</summary>
    Open,

    /// <summary>办结: closed, archived or not.</summary>
    Closed,

    /// <summary>不予受理: refused, archived or not.</summary>
    Refused,
}

/// <summary>What the statistics count of a case beyond its state; each is a list as well.</summary>
public enum CaseMeasure
{
    /// <summary>已响应: accepted or refused.</summary>
    Responded,

    /// <summary>按时响应: within the limit of acceptance.</summary>
    RespondedOnTime,

    /// <summary>超时响应.</summary>
    RespondedLate,

    /// <summary>有解决情况: the reporter said whether the matter is solved.</summary>
    SolvedAsked,

    /// <summary>已解决: the reporter said so.</summary>
    Solved,

    /// <summary>未解决: the reporter said so.</summary>
    Unsolved,

    /// <summary>已评价: the reporter rated an answer, also one that had the case reopened.</summary>
    Rated,

    /// <summary>满意和基本满意.</summary>
    Pleased,

    /// <summary>有退回: an assigned body sent it back.</summary>
    Returned,

    /// <summary>有重办: a result failed verification, or the case was reopened.</summary>
    Redone,
}

/// <summary>Order of a list; never a column name from the browser.</summary>
public enum CaseSort
{
    /// <summary>What will hurt soonest first; open cases only.</summary>
    DueFirst,

    /// <summary>Newest first.</summary>
    Newest,
}

/// <summary>Filter of a list of cases, the same for page, export and click-through.</summary>
public sealed record CaseListCriteria
{
    /// <summary>Which list.</summary>
    public CaseView View { get; init; } = CaseView.All;

    /// <summary>Exact state, or null.</summary>
    public CaseState? State { get; init; }

    /// <summary>Coarse state, or null.</summary>
    public CasePhase? Phase { get; init; }

    /// <summary>Standing against the deadline, or null.</summary>
    public CaseTimeliness? Timeliness { get; init; }

    /// <summary>How it is supervised, or null.</summary>
    public CaseSupervisionStanding? Supervision { get; init; }

    /// <summary>Whether the clock stands or is asked about, or null.</summary>
    public CaseClockStanding? Clock { get; init; }

    /// <summary>What the reporter said of the answer, or null.</summary>
    public SatisfactionStanding? Satisfaction { get; init; }

    /// <summary>What the statistics count, or null.</summary>
    public CaseMeasure? Measure { get; init; }

    /// <summary>Key of the department the case is assigned to, whatever its level; empty for cases not assigned, null for all.</summary>
    public string? Department { get; init; }

    /// <summary>按件: one row a matter, without the cases that follow another one (已并案); else every appeal (人次) has its row.</summary>
    public bool MattersOnly { get; init; }

    /// <summary>催办中: only what was urged and not acted on since.</summary>
    public bool Urged { get; init; }

    /// <summary>Category, a top category with all its leaves, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Channel, or null.</summary>
    public CaseChannel? Channel { get; init; }

    /// <summary>Urgency, or null.</summary>
    public CaseUrgency? Urgency { get; init; }

    /// <summary>Division, with everything inside it, or null.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>Registered on or after this day in China, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Registered on or before this day in China, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Words that title or description must hold, each of two or more characters, or a case number.</summary>
    public string? Text { get; init; }

    /// <summary>Order; due first shows open cases only.</summary>
    public CaseSort Sort { get; init; } = CaseSort.Newest;
}
