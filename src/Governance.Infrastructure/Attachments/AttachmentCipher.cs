using System.Buffers.Binary;
using System.Security.Cryptography;
using Governance.Application.Platform;

namespace Governance.Infrastructure.Attachments;

/// <summary>
/// A file at rest: form byte, 16-byte salt, then pieces of 64 KB, each AES-256-GCM with its tag. The key follows from the key of the personal
/// data and the salt, so every file has its own; the nonce is the number of the piece and whether it is the last, and the key of the row goes
/// into the tag. A piece that was changed, moved, left out or taken from another file fails instead of turning into other bytes.
/// </summary>
internal static class AttachmentCipher
{
    private const byte FormVersion = 1;
    private const int SaltSize = 16;
    private const int PieceSize = 64 * 1024;
    private const int TagSize = 16;
    private const string Purpose = "attachment";

    public static async Task WriteAsync(IPersonalDataProtector protector, Guid id, ReadOnlyMemory<byte> clear, Stream target, CancellationToken ct)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        target.WriteByte(FormVersion);
        await target.WriteAsync(salt, ct);
        using var cipher = new AesGcm(protector.DeriveKey(Purpose, salt), TagSize);
        var piece = new byte[PieceSize + TagSize];
        for (var number = 0L; number == 0 || !clear.IsEmpty; number++)
        {
            var part = clear[..Math.Min(PieceSize, clear.Length)];
            clear = clear[part.Length..];
            cipher.Encrypt(Nonce(number, clear.IsEmpty), part.Span, piece.AsSpan(0, part.Length), piece.AsSpan(part.Length, TagSize), id.ToByteArray());
            await target.WriteAsync(piece.AsMemory(0, part.Length + TagSize), ct);
        }
    }

    public static async Task ReadAsync(IPersonalDataProtector protector, Guid id, Stream source, Stream target, CancellationToken ct)
    {
        var head = new byte[1 + SaltSize];
        await source.ReadExactlyAsync(head, ct);
        if (head[0] != FormVersion)
            throw new CryptographicException("Unknown form of a stored file.");
        using var cipher = new AesGcm(protector.DeriveKey(Purpose, head.AsSpan(1)), TagSize);
        var piece = new byte[PieceSize + TagSize];
        var clear = new byte[PieceSize];
        for (var number = 0L; ; number++)
        {
            var read = await source.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct);
            var isLast = source.Position == source.Length;
            if (read < TagSize)
                throw new CryptographicException("A stored file ends too early.");
            var length = read - TagSize;
            cipher.Decrypt(Nonce(number, isLast), piece.AsSpan(0, length), piece.AsSpan(length, TagSize), clear.AsSpan(0, length), id.ToByteArray());
            await target.WriteAsync(clear.AsMemory(0, length), ct);
            if (isLast)
                return;
        }
    }

    private static byte[] Nonce(long number, bool isLast)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[11] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
