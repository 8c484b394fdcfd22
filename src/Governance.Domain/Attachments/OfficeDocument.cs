using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>
/// Looks into a Word or Excel file, which is an archive: one document or one workbook, no macro, no template from elsewhere, and everything in
/// it together no larger than a reader can bear. The sizes an archive tells of itself are not believed; what comes out is counted.
/// </summary>
internal static class OfficeDocument
{
    private const int MostEntries = 2000;
    private const long MostUnpacked = 100 * 1024 * 1024;
    private const int EndRecord = 22;

    private static readonly string[] FetchedBySelf = ["/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/image"];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    public static Result<AttachmentKind> Check(ReadOnlyMemory<byte> content)
    {
        if (!EndsAsArchive(content.Span))
            return new AttachmentErrors.HiddenContent();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(e => e.FullName.Replace('\\', '/').ToLowerInvariant()).ToList();
            if (names.Count > MostEntries)
                return new AttachmentErrors.Bomb();
            if (names.Distinct().Count() != names.Count || names.Exists(n => n.StartsWith('/') || n.Split('/').Contains("..")))
                return new AttachmentErrors.HiddenContent();
            if (KindOf(names) is not { } kind)
                return new AttachmentErrors.UnknownKind();
            if (names.Exists(IsActive))
                return new AttachmentErrors.ActiveContent();
            return Unpack(archive) is { } fault ? fault : kind;
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException)
        {
            return new AttachmentErrors.Damaged();
        }
    }

    // The last bytes are the archive's own record without a comment: nothing hangs on to the file.
    private static bool EndsAsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.Length > EndRecord && bytes[^EndRecord..].StartsWith("PK\x05\x06"u8) && BinaryPrimitives.ReadUInt16LittleEndian(bytes[^2..]) == 0;

    private static AttachmentKind? KindOf(List<string> names) =>
        (names.Contains("[content_types].xml"), names.Contains("word/document.xml"), names.Contains("xl/workbook.xml")) switch
        {
            (true, true, false) => AttachmentKind.Word,
            (true, false, true) => AttachmentKind.Excel,
            _ => null,
        };

    private static bool IsActive(string name) =>
        name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.Contains("/activex/", StringComparison.Ordinal)
        || name.Contains("/macrosheets/", StringComparison.Ordinal) || name.EndsWith(".exe", StringComparison.Ordinal)
        || name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".vbs", StringComparison.Ordinal);

    private static Error? Unpack(ZipArchive archive)
    {
        var buffer = new byte[81920];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var looksAt = entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
            var text = looksAt ? new StringBuilder() : null;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > MostUnpacked)
                    return new AttachmentErrors.Bomb();
                text?.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
            if (text is not null && RunsOrFetches(text.ToString()))
                return new AttachmentErrors.ActiveContent();
        }
        return null;
    }

    // A link that somebody may click, or another sheet's figures, are ordinary; a template or an object that comes by itself is not.
    private static bool RunsOrFetches(string relations) =>
        relations.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || relations.Split('<').Any(r => r.Contains("External", StringComparison.OrdinalIgnoreCase)
            && FetchedBySelf.Any(kind => r.Contains(kind, StringComparison.OrdinalIgnoreCase)));
}
