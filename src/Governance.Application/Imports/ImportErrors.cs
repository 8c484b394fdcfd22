using Governance.Domain.Common;

namespace Governance.Application.Imports;

/// <summary>Why a row of an imported file was refused.</summary>
public static class ImportErrors
{
    /// <summary>A time that has not come yet.</summary>
    public sealed record InTheFuture(string Label) : Error("import.in-the-future", $"{Label}晚于现在。");

    /// <summary>The reply is older than the question.</summary>
    public sealed record ReplyBeforeQuestion() : Error("import.reply-before-question", "答复时间早于留言时间。");

    /// <summary>A reply without its time, or the other way round.</summary>
    public sealed record HalfReply() : Error("import.half-reply", "答复和答复时间应当同时填写。");

    /// <summary>A time that is none.</summary>
    public sealed record BadTime(string Label) : Error("import.bad-time", $"{Label}不是 2000 年以来的时间，应写作 2019-05-06T08:30:00。");

    /// <summary>The same id stands in the file before.</summary>
    public sealed record Repeated(string Label, int Line) : Error("import.repeated", $"{Label}与第 {Line} 行重复。");

    /// <summary>A character that is no text.</summary>
    public sealed record ControlCharacter(string Label) : Error("import.control-character", $"{Label}含有控制字符。");
}
