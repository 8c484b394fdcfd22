using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>Why a file was refused.</summary>
public static class AttachmentErrors
{
    /// <summary>There is none, or not for this person.</summary>
    public sealed record NotFound() : NotFoundError("attachment.not-found", "没有找到这个文件，可能已被移除，或不在您的管辖范围内。");

    /// <summary>Nothing was chosen.</summary>
    public sealed record NothingChosen() : Error("attachment.nothing-chosen", "请先选择要上传的文件。");

    /// <summary>The file has no bytes.</summary>
    public sealed record Empty() : Error("attachment.empty", "文件是空的，请重新选择。");

    /// <summary>Larger than a file may be.</summary>
    public sealed record TooLarge() : Error("attachment.too-large", $"文件超过 {Attachment.MostBytes / 1024 / 1024} 兆，请压缩或拆分后再上传。");

    /// <summary>The record holds as many as it may.</summary>
    public sealed record TooMany(int Most) : Error("attachment.too-many", $"最多 {Most} 个文件，已经满了。请移除不需要的文件后再上传。");

    /// <summary>None of the kinds that are taken.</summary>
    public sealed record UnknownKind() : Error("attachment.unknown-kind", "只能上传 JPG、PNG 照片和 PDF、Word、Excel 文件。旧格式的文档请另存为新格式后再上传。");

    /// <summary>The content is of another kind than the name says.</summary>
    public sealed record OtherThanNamed(AttachmentKind Found) : Error("attachment.other-than-named", $"文件内容是 {Found.DisplayName()}，与文件名的后缀不符，请改正文件名后再上传。");

    /// <summary>The file ends too early or is not built as its kind is.</summary>
    public sealed record Damaged() : Error("attachment.damaged", "文件不完整或已损坏，请重新拍摄或另存后再上传。");

    /// <summary>Something else hangs on to the file.</summary>
    public sealed record HiddenContent() : Error("attachment.hidden-content", "文件里夹带了其他内容，为安全起见没有接收。请另存为新文件后再上传。");

    /// <summary>It could run something on the reader's machine.</summary>
    public sealed record ActiveContent() : Error("attachment.active-content", "文件里有宏、脚本或外部链接模板，为安全起见没有接收。请去掉后另存再上传。");

    /// <summary>It unpacks to far more than it is.</summary>
    public sealed record Bomb() : Error("attachment.bomb", "文件展开后过大，没有接收。请缩小图片或拆分文件后再上传。");

    /// <summary>The case is in the archive.</summary>
    public sealed record Archived() : Error("attachment.archived", "案件已归档，材料不能再增减。");

    /// <summary>A citizen sends photos, nothing else.</summary>
    public sealed record OnlyPhotos() : Error("attachment.only-photos", "这里只能上传 JPG、PNG 照片。");

    /// <summary>Somebody has decided on the submission meanwhile.</summary>
    public sealed record Decided() : Error("attachment.decided", "这件事已经审核过，照片不能再补充。如有新情况，可到受理窗口或拨打 12345 反映。");

    /// <summary>The folder of the files cannot be written; nothing was saved.</summary>
    public sealed record FolderUnavailable() : Error("attachment.folder-unavailable", "文件暂时存不下来，没有上传成功。请稍后再试，或联系管理员。");
}
