using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Governance.IntegrationTests.Support;

/// <summary>Files as people send them, made on the spot: good ones, and those that somebody means harm with.</summary>
internal static class SampleFiles
{
    /// <summary>Words in a photo's hidden parts that must never be kept.</summary>
    public const string Place = "GPS 40.8426N 111.7489E";

    // A gradient of 48 by 32 points, as a browser's canvas writes it.
    private const string Gradient =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFla" +
        "AAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJY" +
        "WVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAA" +
        "E9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcg" +
        "LikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P" +
        "T0//wAARCAAgADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAgEE/8QAFRABAQAAAAAAAAAAAAAAAAAAAQD/xAAWAQEBAQAAAAAAAAAAAAAAAAADBAX/xAAXEQADAQAAAAAA" +
        "AAAAAAAAAAAAAQID/9oADAMBAAIRAxEAPwBhMKBMKemZecFCYUCYRUy3OChMKBMIaZdnBiCYUCYT0zNzgoTCgTCKmW5wUJhQJhDTLs4P/9k=";

    /// <summary>The picture without anything beside it.</summary>
    public static byte[] PlainPhoto => Convert.FromBase64String(Gradient);

    /// <summary>A photo as a phone takes it: with place, device and words, held as the number says.</summary>
    public static byte[] PhonePhoto(byte orientation = 6, bool littleEndian = true)
    {
        var plain = PlainPhoto;
        return
        [
            0xFF, 0xD8, .. Segment(0xE1, Exif(orientation, littleEndian)), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Place), .. Segment(0xED, "Photoshop 3.0\0" + Place),
            .. Segment(0xFE, Place), .. plain.AsSpan(2),
        ];
    }

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, string text) => Segment(marker, Encoding.Latin1.GetBytes(text));

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> data)
    {
        var length = data.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. data];
    }

    /// <summary>A picture in the other form, with words beside it.</summary>
    public static byte[] Png(int width = 4, int height = 3, params (string Name, byte[] Data)[] more)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < Math.Min(height, 64); row++)
                zlib.Write(new byte[1 + (Math.Min(width, 64) * 3)]);
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", head), .. more.SelectMany(m => Chunk(m.Name, m.Data)), .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    /// <summary>A chunk of a PNG.</summary>
    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var frame = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(body));
        return [.. frame, .. body, .. sum];
    }

    /// <summary>A small PDF with something inside.</summary>
    public static byte[] Pdf(string inside = "", string after = "\n") => Encoding.Latin1.GetBytes(
        $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {inside} >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF{after}");

    /// <summary>A Word document with more parts in it.</summary>
    public static byte[] Word(params (string Name, string Text)[] more) => Archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"), .. more]);

    /// <summary>An Excel sheet with more parts in it.</summary>
    public static byte[] Excel(params (string Name, string Text)[] more) => Archive([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), .. more]);

    /// <summary>A document that is small and unpacks to hundreds of megabytes.</summary>
    public static byte[] WordBomb(int megabytes = 200)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types/>");
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
                part.Write(zeros);
        }
        return packed.ToArray();
    }

    /// <summary>An archive of parts.</summary>
    public static byte[] Archive(params (string Name, string Text)[] parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                Write(archive, name, text);
        return packed.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Exif(byte orientation, bool little)
    {
        var tiff = new byte[8 + 2 + 12 + 4];
        void Short(int at, ushort value)
        {
            if (little) BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value);
            else BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), value);
        }
        Encoding.ASCII.GetBytes(little ? "II" : "MM", tiff);
        Short(2, 42);
        if (little) tiff[4] = 8;
        else tiff[7] = 8;
        Short(8, 1);
        Short(10, 0x0112);
        Short(12, 3);
        if (little) tiff[14] = 1;
        else tiff[17] = 1;
        Short(18, orientation);
        return [.. "Exif\0\0"u8, .. tiff, .. Encoding.ASCII.GetBytes(Place)];
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }
        return ~sum;
    }
}
