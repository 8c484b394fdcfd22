using System.Buffers.Binary;
using Governance.Domain.Common;

namespace Governance.Domain.Attachments;

/// <summary>
/// Walks through a PNG chunk by chunk and keeps what draws the picture; words, place, time and whatever follows its end go. Every chunk's
/// checksum must fit, so that a damaged or made-up file is told before somebody needs it.
/// </summary>
internal static class PngPicture
{
    private const int ChunkFrame = 12;
    private const int HeadLength = 13;

    private static readonly uint[] Table = MakeTable();

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public static Result<ReadOnlyMemory<byte>> Strip(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(Signature);
        var at = Signature.Length;
        var hasData = false;
        for (var first = true; at + ChunkFrame <= bytes.Length; first = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - ChunkFrame)
                return new AttachmentErrors.Damaged();
            var chunk = bytes.Slice(at, (int)length + ChunkFrame);
            var name = chunk.Slice(4, 4);
            if (Checksum(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || first != name.SequenceEqual("IHDR"u8))
                return new AttachmentErrors.Damaged();
            if (first && CheckHead(chunk[8..^4]) is { } fault)
                return fault;
            if (IsKept(name) is not { } keeps)
                return new AttachmentErrors.Damaged();
            if (keeps)
                kept.Write(chunk);
            hasData |= name.SequenceEqual("IDAT"u8);
            at += chunk.Length;
            if (name.SequenceEqual("IEND"u8))
                return hasData ? Result<ReadOnlyMemory<byte>>.Ok(kept.ToArray()) : new AttachmentErrors.Damaged();
        }
        return new AttachmentErrors.Damaged();
    }

    private static Error? CheckHead(ReadOnlySpan<byte> head)
    {
        if (head.Length != HeadLength)
            return new AttachmentErrors.Damaged();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
        if (width == 0 || height == 0)
            return new AttachmentErrors.Damaged();
        return (ulong)width * height > (ulong)FileInspection.MostPixels ? new AttachmentErrors.Bomb() : null;
    }

    // A chunk with a small first letter may be left out; one with a great letter that nobody knows is no picture we can show.
    private static bool? IsKept(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("IDAT"u8) || name.SequenceEqual("IEND"u8) => true,
        _ when name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("sRGB"u8) => true,
        [>= (byte)'a' and <= (byte)'z', ..] => false,
        _ => null,
    };

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
            sum = Table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
