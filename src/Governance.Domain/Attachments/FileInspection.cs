using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>
/// Looks into a file before it is kept. What counts is the content: it must begin as one of the kinds that are taken, be built like it from the
/// first byte to the last, carry nothing else, and not unpack to more than a reader can bear. Whatever is not recognised is refused.
/// </summary>
public static class FileInspection
{
    /// <summary>Most pixels of a picture: more would fill the memory of whoever opens it.</summary>
    public const long MostPixels = 120_000_000;

    /// <summary>Checks a file and gives what may be kept of it.</summary>
    /// <param name="name">Name as its sender called it.</param>
    /// <param name="content">Its bytes.</param>
    public static Result<InspectedFile> Inspect(string? name, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
            return new AttachmentErrors.Empty();
        if (content.Length > Attachment.MostBytes)
            return new AttachmentErrors.TooLarge();
        var bytes = content.Span;
        Result<(AttachmentKind Kind, ReadOnlyMemory<byte> Content)> kept = bytes switch
        {
            _ when JpegPhoto.Begins(bytes) => Keep(AttachmentKind.Jpeg, JpegPhoto.Strip(bytes)),
            _ when PngPicture.Begins(bytes) => Keep(AttachmentKind.Png, PngPicture.Strip(bytes)),
            _ when PdfDocument.Begins(bytes) => PdfDocument.Check(bytes) is { } fault ? fault : (AttachmentKind.Pdf, content),
            _ when OfficeDocument.Begins(bytes) => Whole(OfficeDocument.Check(content), content),
            _ => new AttachmentErrors.UnknownKind(),
        };
        if (!kept.IsOk)
            return Result<InspectedFile>.Refused(kept.Errors);
        var (kind, clean) = kept.Value;
        var named = NameFor(name, kind);
        return named.IsOk ? new InspectedFile(named.Value, kind, clean) : Result<InspectedFile>.Refused(named.Errors);
    }

    private static Result<(AttachmentKind Kind, ReadOnlyMemory<byte> Content)> Keep(AttachmentKind kind, Result<ReadOnlyMemory<byte>> content) =>
        content.IsOk ? (kind, content.Value) : Result<(AttachmentKind, ReadOnlyMemory<byte>)>.Refused(content.Errors);

    private static Result<(AttachmentKind Kind, ReadOnlyMemory<byte> Content)> Whole(Result<AttachmentKind> kind, ReadOnlyMemory<byte> content) =>
        kind.IsOk ? (kind.Value, content) : Result<(AttachmentKind, ReadOnlyMemory<byte>)>.Refused(kind.Errors);

    /// <summary>
    /// A name without a way to another folder and without signs that file systems refuse. Phones send photos without an ending: it is added;
    /// an ending of another kind is a contradiction that a person should look at.
    /// </summary>
    private static Result<string> NameFor(string? given, AttachmentKind kind)
    {
        var name = PlainText.CleanLine(given);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Select(c => "<>:\"|?*".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        var dot = name.LastIndexOf('.');
        var ending = dot >= 0 && name.Length - dot <= 6 ? name[dot..].ToLowerInvariant() : "";
        var stem = ending.Length > 0 ? name[..dot] : name;
        if (ending.Length > 0 && !kind.Endings().Contains(ending))
            return new AttachmentErrors.OtherThanNamed(kind);
        if (stem.Length == 0)
            stem = kind.DisplayName();
        ending = ending.Length > 0 ? ending : kind.Endings()[0];
        return PlainText.Cut(stem, Attachment.NameLength - ending.Length) + ending;
    }
}
