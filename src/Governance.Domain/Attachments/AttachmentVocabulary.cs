using Governance.Domain.Cases;

namespace Governance.Domain.Attachments;

/// <summary>What a file belongs to.</summary>
public enum AttachmentOwner
{
    /// <summary>案件.</summary>
    Case = 1,

    /// <summary>来件: what came in and nobody has taken on yet.</summary>
    Submission = 2,
}

/// <summary>What a file is, by its content; nothing else is taken.</summary>
public enum AttachmentKind
{
    /// <summary>A photo.</summary>
    Jpeg = 1,

    /// <summary>A picture of the screen.</summary>
    Png = 2,

    /// <summary>A document as it was printed.</summary>
    Pdf = 3,

    /// <summary>A Word document.</summary>
    Word = 4,

    /// <summary>An Excel sheet.</summary>
    Excel = 5,
}

/// <summary>Where in the process a file was added.</summary>
public enum AttachmentStage
{
    /// <summary>登记.</summary>
    Register = 1,

    /// <summary>办理.</summary>
    Handle = 2,

    /// <summary>核查.</summary>
    Verify = 3,

    /// <summary>答复.</summary>
    Answer = 4,
}

/// <summary>Names and facts of the vocabulary.</summary>
public static class AttachmentVocabulary
{
    /// <summary>Name of a kind.</summary>
    public static string DisplayName(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Jpeg => "照片",
        AttachmentKind.Png => "图片",
        AttachmentKind.Pdf => "PDF",
        AttachmentKind.Word => "Word",
        AttachmentKind.Excel => "Excel",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Name of a stage.</summary>
    public static string DisplayName(this AttachmentStage stage) => stage switch
    {
        AttachmentStage.Register => "登记",
        AttachmentStage.Handle => "办理",
        AttachmentStage.Verify => "核查",
        AttachmentStage.Answer => "答复",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>True for what a browser shows as a picture.</summary>
    public static bool IsPicture(this AttachmentKind kind) => kind is AttachmentKind.Jpeg or AttachmentKind.Png;

    /// <summary>The type told to browsers; the only one, whatever a sender said.</summary>
    public static string ContentType(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Jpeg => "image/jpeg",
        AttachmentKind.Png => "image/png",
        AttachmentKind.Pdf => "application/pdf",
        AttachmentKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentKind.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Endings a name may have, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
        AttachmentKind.Png => [".png"],
        AttachmentKind.Pdf => [".pdf"],
        AttachmentKind.Word => [".docx"],
        AttachmentKind.Excel => [".xlsx"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The stage of what is added to a case in that state.</summary>
    public static AttachmentStage StageOf(CaseState state) => state switch
    {
        CaseState.Dispatched or CaseState.Handling => AttachmentStage.Handle,
        CaseState.Verifying or CaseState.Verified => AttachmentStage.Verify,
        CaseState.Closed or CaseState.Archived or CaseState.Refused => AttachmentStage.Answer,
        _ => AttachmentStage.Register,
    };
}
