using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>
/// Looks at a PDF from outside: it begins and ends as one, nothing follows its end, and it names no script, no program to start and no file
/// inside. Names inside compressed parts are not seen; that is why a PDF is handed out to be saved, never opened inside the portal's pages.
/// </summary>
internal static class PdfDocument
{
    private const int LastBytes = 1024;

    private static readonly string[] Active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA"];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-1."u8) || bytes.StartsWith("%PDF-2."u8);

    public static Error? Check(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("%%EOF"u8);
        if (end < 0)
            return new AttachmentErrors.Damaged();
        var rest = bytes[(end + 5)..];
        // Some programs fill the last block with blanks; anything else is not the PDF's.
        if (rest.Length > LastBytes || rest.ContainsAnyExcept(" \r\n\t\0"u8))
            return new AttachmentErrors.HiddenContent();
        return NamesAnythingActive(bytes) ? new AttachmentErrors.ActiveContent() : null;
    }

    private static bool NamesAnythingActive(ReadOnlySpan<byte> bytes)
    {
        Span<char> name = stackalloc char[16];
        for (var at = bytes.IndexOf((byte)'/'); at >= 0;)
        {
            var length = ReadName(bytes[(at + 1)..], name);
            foreach (var active in Active)
                if (name[..length].SequenceEqual(active))
                    return true;
            var next = bytes[(at + 1)..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    // A letter of a name may be written as #4A.
    private static int ReadName(ReadOnlySpan<byte> bytes, Span<char> name)
    {
        var (length, at) = (0, 0);
        while (at < bytes.Length && length < name.Length)
        {
            var value = bytes[at];
            if (value == '#' && at + 2 < bytes.Length && Hex(bytes[at + 1]) is { } high && Hex(bytes[at + 2]) is { } low)
                (value, at) = ((byte)((high << 4) | low), at + 2);
            if (!char.IsAsciiLetterOrDigit((char)value))
                break;
            name[length++] = (char)value;
            at++;
        }
        return length;
    }

    private static int? Hex(byte value) => char.IsAsciiHexDigit((char)value) ? Convert.ToInt32(((char)value).ToString(), 16) : null;
}
