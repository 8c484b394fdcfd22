using System.Buffers.Binary;
using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>
/// Walks through a JPEG segment by segment and keeps what draws the picture. What cameras write beside it (place, time, device, a small second
/// picture, words of programs) goes: a photo of a yard must not tell where its reporter lives. How the phone was held is kept, else the photo
/// would lie on its side. Whatever follows the end of the picture goes too, and with it an archive or a film that was hung on to it.
/// </summary>
internal static class JpegPhoto
{
    private const byte Mark = 0xFF;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte FirstApplication = 0xE0;
    private const byte Exif = 0xE1;
    private const byte ColourProfile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;
    private const byte Comment = 0xFE;

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes is [Mark, Start, Mark, ..];

    public static Result<ReadOnlyMemory<byte>> Strip(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write([Mark, Start]);
        var at = 2;
        var (hasFrame, hasScan) = (false, false);
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == End)
            {
                kept.Write([Mark, End]);
                return hasFrame && hasScan ? Result<ReadOnlyMemory<byte>>.Ok(kept.ToArray()) : new AttachmentErrors.Damaged();
            }
            if (at + 2 > bytes.Length || BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) is var length && (length < 2 || at + length > bytes.Length))
                return new AttachmentErrors.Damaged();
            var segment = bytes.Slice(at, length);
            at += length;
            if (IsFrame(marker))
            {
                if (segment.Length < 8)
                    return new AttachmentErrors.Damaged();
                var pixels = (long)BinaryPrimitives.ReadUInt16BigEndian(segment[3..]) * BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
                if (pixels > FileInspection.MostPixels)
                    return new AttachmentErrors.Bomb();
                if (pixels == 0)
                    return new AttachmentErrors.Damaged();
                hasFrame = true;
            }
            if (!IsKnown(marker))
                return new AttachmentErrors.Damaged();
            if (marker == Exif)
                WriteOrientation(kept, segment[2..]);
            else if (IsKept(marker, segment[2..]))
            {
                kept.Write([Mark, marker]);
                kept.Write(segment);
            }
            if (marker != Scan)
                continue;
            hasScan = true;
            var from = at;
            at = EndOfScan(bytes, at);
            kept.Write(bytes[from..at]);
        }
        return new AttachmentErrors.Damaged();
    }

    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != Mark)
            return null;
        while (at < bytes.Length && bytes[at] == Mark)
            at++;
        return at < bytes.Length && bytes[at] is not 0 ? bytes[at++] : null;
    }

    // Between scan and next marker a mark stands for itself (followed by 0) or restarts the decoder (D0 to D7).
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf(Mark);
            if (next < 0 || at + next + 1 >= bytes.Length)
                return bytes.Length;
            at += next;
            if (bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or Mark))
                return at;
            at += bytes[at + 1] == Mark ? 1 : 2;
        }
        return bytes.Length;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Frames and tables, scan, applications, words. Nothing else occurs in a photo, so nothing else can hide in one.
    private static bool IsKnown(byte marker) =>
        marker is >= 0xC0 and <= 0xCF or Scan or 0xDB or 0xDC or 0xDD or >= FirstApplication and <= LastApplication or Comment;

    private static bool IsKept(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        FirstApplication => data.StartsWith("JFIF\0"u8),
        ColourProfile => data.StartsWith("ICC_PROFILE\0"u8),
        Adobe => data.StartsWith("Adobe"u8),
        > FirstApplication and <= LastApplication or Comment => false,
        _ => true,
    };

    private static void WriteOrientation(MemoryStream kept, ReadOnlySpan<byte> exif)
    {
        if (ReadOrientation(exif) is not { } orientation)
            return;
        // Exif of one entry: 0112, one short, in big-endian order.
        kept.Write([Mark, Exif, 0, 34]);
        kept.Write("Exif\0\0MM"u8);
        kept.Write([0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    }

    private static byte? ReadOrientation(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 16 || !exif.StartsWith("Exif\0\0"u8))
            return null;
        var tiff = exif[6..];
        var little = tiff.StartsWith("II"u8);
        if (!little && !tiff.StartsWith("MM"u8))
            return null;
        var first = Read32(tiff[4..], little);
        if (first < 8 || first + 2 > (uint)tiff.Length)
            return null;
        var count = Read16(tiff[(int)first..], little);
        for (var i = 0; i < count && (int)first + 2 + ((i + 1) * 12) <= tiff.Length; i++)
        {
            var entry = tiff.Slice((int)first + 2 + (i * 12), 12);
            if (Read16(entry, little) == 0x0112)
                return Read16(entry[8..], little) is >= 2 and <= 8 and var orientation ? (byte)orientation : null;
        }
        return null;
    }

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
