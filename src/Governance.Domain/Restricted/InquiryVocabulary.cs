namespace Governance.Domain.Restricted;

/// <summary>What came out when a report was verified (查证结论).</summary>
public enum InquiryConclusion
{
    /// <summary>属实.</summary>
    True = 1,

    /// <summary>部分属实.</summary>
    PartlyTrue = 2,

    /// <summary>不属实.</summary>
    Untrue = 3,

    /// <summary>无法查证.</summary>
    Undetermined = 4,
}

/// <summary>Whether and how a reporter wishes to be answered (回复意愿).</summary>
public enum AnswerWish
{
    /// <summary>On the look-up, by number.</summary>
    Online = 1,

    /// <summary>By phone.</summary>
    Phone = 2,

    /// <summary>Face to face.</summary>
    InPerson = 3,

    /// <summary>Not at all.</summary>
    None = 4,
}

/// <summary>How a reporter was answered or a body was told.</summary>
public enum InquiryReplyWay
{
    /// <summary>On the look-up.</summary>
    Online = 1,

    /// <summary>By phone.</summary>
    Phone = 2,

    /// <summary>Face to face.</summary>
    InPerson = 3,

    /// <summary>By letter.</summary>
    Letter = 4,
}

/// <summary>Chinese names of the vocabulary.</summary>
public static class InquiryVocabulary
{
    /// <summary>Name of a conclusion.</summary>
    public static string DisplayName(this InquiryConclusion conclusion) => conclusion switch
    {
        InquiryConclusion.True => "查证属实",
        InquiryConclusion.PartlyTrue => "部分属实",
        InquiryConclusion.Untrue => "不属实",
        InquiryConclusion.Undetermined => "无法查证",
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion), conclusion, null),
    };

    /// <summary>Name of a wish.</summary>
    public static string DisplayName(this AnswerWish wish) => wish switch
    {
        AnswerWish.Online => "在网上查看",
        AnswerWish.Phone => "打电话告知",
        AnswerWish.InPerson => "当面告知",
        AnswerWish.None => "不需要回复",
        _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, null),
    };

    /// <summary>Name of a way.</summary>
    public static string DisplayName(this InquiryReplyWay way) => way switch
    {
        InquiryReplyWay.Online => "查询页",
        InquiryReplyWay.Phone => "电话",
        InquiryReplyWay.InPerson => "当面",
        InquiryReplyWay.Letter => "书面",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };
}
