using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;

namespace Governance.Application.Imports;

/// <summary>
/// Where an imported message lies. The files name no real place, so the messages are spread over the villages and communities of the
/// city by a rule anybody can repeat: all villages in order of their code, counted from 0; the message's is number
/// <c>H mod (count of villages)</c>, where H is the first eight bytes of the SHA-256 of the message's id in UTF-8, read as an unsigned
/// big-endian number.
/// </summary>
public sealed class MessagePlace(CityPack pack)
{
    private readonly AreaCode[] _villages =
        [.. pack.Divisions.Where(d => d.Level == DivisionLevel.Village).Select(d => d.Code).Order()];

    /// <summary>The place of the message of that id.</summary>
    public AreaCode Of(string messageId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(messageId), hash);
        return _villages[(int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)_villages.Length)];
    }
}
