using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>A category of cases, one of two levels.</summary>
/// <param name="Code">Two digits for a top category, four for a leaf.</param>
/// <param name="Parent">Code of the top category; null for a top category itself.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Department">Key of the body normally competent, see <see cref="Body.Key"/>.</param>
/// <param name="DefaultUrgency">Urgency proposed to the clerk.</param>
public sealed record CaseCategory(string Code, string? Parent, string Name, string Department, CaseUrgency DefaultUrgency)
{
    /// <summary>True for a category a case can be put in.</summary>
    public bool IsLeaf => Parent is not null;
}

/// <summary>A word that speaks for a category.</summary>
/// <param name="Category">Code of the leaf.</param>
/// <param name="Keyword">The word, at least two characters.</param>
/// <param name="Weight">1 to 9: how strongly it speaks.</param>
public sealed record CategoryKeyword(string Category, string Keyword, int Weight);

/// <summary>A class name used by imported messages and the top categories that stand for it.</summary>
/// <param name="Label">The class as it stands in the file.</param>
/// <param name="Categories">Codes of top categories; the first is taken when nothing else decides.</param>
public sealed record MessageLabel(string Label, IReadOnlyList<string> Categories);

/// <summary>What a time limit is about.</summary>
public enum TimeLimitStage
{
    /// <summary>From registration to 受理 or 不予受理.</summary>
    Accept = 1,

    /// <summary>整体时限: from acceptance to closing.</summary>
    Resolve = 2,

    /// <summary>From dispatch to sending back a case that is not the handler's (退回).</summary>
    Return = 3,

    /// <summary>Longest extension of the resolve limit.</summary>
    Extend = 4,

    /// <summary>For departments to agree who leads (会商).</summary>
    Consult = 5,

    /// <summary>环节时限: from acceptance to 分派.</summary>
    Dispatch = 6,

    /// <summary>环节时限: from dispatch to 签收.</summary>
    Sign = 7,

    /// <summary>环节时限: from signing to the result.</summary>
    Handle = 8,

    /// <summary>环节时限: for 核查.</summary>
    Verify = 9,

    /// <summary>环节时限: from a passed verification to 结案.</summary>
    Close = 10,

    /// <summary>环节时限: for the centre to say who leads (裁定).</summary>
    Decide = 11,

    /// <summary>Longest pause of the clock (暂停计时).</summary>
    Pause = 12,
}

/// <summary>What is held against a limit when a step is visited twice, after a return or a failed verification.</summary>
public enum TimeLimitCount
{
    /// <summary>单次耗时: each visit has the whole limit.</summary>
    EachVisit = 1,

    /// <summary>累计耗时: the visits of the same body share the limit.</summary>
    Cumulative = 2,
}

/// <summary>Unit of a time limit.</summary>
public enum TimeLimitUnit
{
    /// <summary>工作日.</summary>
    WorkingDay = 1,

    /// <summary>日.</summary>
    CalendarDay = 2,

    /// <summary>小时.</summary>
    Hour = 3,

    /// <summary>工作小时: within the office hours of working days.</summary>
    WorkingHour = 4,
}

/// <summary>What a time limit rests on.</summary>
public enum TimeLimitBasis
{
    /// <summary>A law, regulation or ordinance in force; its article is named.</summary>
    Legal = 1,

    /// <summary>A rule of the city.</summary>
    City = 2,

    /// <summary>A default of this portal that the city has still to confirm.</summary>
    Default = 3,
}

/// <summary>Whether a time limit was checked.</summary>
public enum TimeLimitStatus
{
    /// <summary>Seen in the text of the law.</summary>
    Verified = 1,

    /// <summary>The city has to confirm it.</summary>
    CityToConfirm = 2,
}

/// <summary>A time limit with what it rests on.</summary>
/// <param name="Id">Stable id within the pack.</param>
/// <param name="Stage">What it limits.</param>
/// <param name="Area">Division inside which it holds; null for the whole city.</param>
/// <param name="Category">Code of a top or leaf category; null for all.</param>
/// <param name="Urgency">Urgency; null for all.</param>
/// <param name="Value">How many units, at least 1.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Count">Whether several visits of a step share the limit.</param>
/// <param name="Law">Name of the law; empty for a default.</param>
/// <param name="Article">Its article; empty for a default.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Status">Whether that was checked.</param>
/// <param name="Note">One short sentence for the detail page.</param>
public sealed record TimeLimitRule(
    string Id,
    TimeLimitStage Stage,
    AreaCode? Area,
    string? Category,
    CaseUrgency? Urgency,
    int Value,
    TimeLimitUnit Unit,
    TimeLimitCount Count,
    string Law,
    string Article,
    TimeLimitBasis Basis,
    TimeLimitStatus Status,
    string Note);

/// <summary>Kind of a day in the working calendar.</summary>
public enum CalendarDayKind
{
    /// <summary>工作日.</summary>
    Workday = 1,

    /// <summary>周末.</summary>
    Weekend = 2,

    /// <summary>法定节假日, days moved to make a longer holiday included.</summary>
    Holiday = 3,

    /// <summary>调休上班日: a Saturday or Sunday that is worked.</summary>
    SwapWorkday = 4,
}

/// <summary>A day of the working calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsWorkday">True when offices work.</param>
/// <param name="Kind">Why.</param>
/// <param name="Name">The holiday it belongs to; empty on other days.</param>
public sealed record CalendarDay(DateOnly Date, bool IsWorkday, CalendarDayKind Kind, string Name);

/// <summary>A reference to an article of the city's ordinance.</summary>
/// <param name="Article">Number of the article.</param>
/// <param name="Paragraph">Number of the paragraph; null for the whole article.</param>
public sealed record ArticleReference(int Article, int? Paragraph);

/// <summary>What a rule of the portal rests on in this city.</summary>
/// <param name="Key">Key the code uses, e.g. <c>case.dispatch</c>.</param>
/// <param name="References">Articles of the city's ordinance; empty when it says nothing on the matter.</param>
/// <param name="Law">Another law the rule rests on, with its article where known; may be empty.</param>
/// <param name="Sentence">One short sentence for the person who asks why.</param>
public sealed record Ground(string Key, IReadOnlyList<ArticleReference> References, string Law, string Sentence);
