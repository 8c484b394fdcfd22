using System.Security.Cryptography;
using Governance.Infrastructure.Attachments;
using Governance.Infrastructure.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.UnitTests.Attachments;

/// <summary>Bytes on the disk: encrypted, whole or not at all, never under a name somebody gave.</summary>
[Trait("Provision", "P55")]
public sealed class AttachmentStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PersonalDataProtector _protector = new(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize));
    private readonly AttachmentStore _store;

    public AttachmentStoreTests() => _store = Open(_protector);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(300_001)]
    public async Task What_was_kept_comes_back_before_and_after_it_is_settled(int size)
    {
        var (id, content) = await KeepAsync(size);
        (await ReadAsync(_store, id)).ShouldBe(content);

        _store.Settle(id);

        (await ReadAsync(_store, id)).ShouldBe(content);
        (await ReadAsync(Open(_protector), id)).ShouldBe(content);
        Files().ShouldHaveSingleItem().ShouldEndWith($"{id:N}");
        File.GetUnixFileMode(Files()[0]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Nothing_on_the_disk_can_be_read_without_the_key()
    {
        var id = Guid.NewGuid();
        (await _store.KeepAsync(id, SampleFiles.PhonePhoto(), default)).ShouldBeTrue();

        var stored = await File.ReadAllBytesAsync(Files()[0]);
        stored.AsSpan().IndexOf(SampleFiles.PlainPhoto.AsSpan(100, 16)).ShouldBe(-1);
        await Should.ThrowAsync<CryptographicException>(() =>
            ReadAsync(Open(new PersonalDataProtector(RandomNumberGenerator.GetBytes(PersonalDataProtector.KeySize))), id));
    }

    [Fact]
    public async Task A_changed_cut_or_exchanged_file_fails_instead_of_turning_into_another_one()
    {
        var (id, _) = await KeepAsync(200_000);
        var path = Files()[0];
        var stored = await File.ReadAllBytesAsync(path);
        const int piece = (64 * 1024) + 16;

        foreach (var at in new[] { 0, 5, 17, 18, 70_000, stored.Length - 1 })
        {
            var changed = stored.ToArray();
            changed[at] ^= 1;
            await ShouldFailAsync(id, path, changed);
        }
        // Cut exactly between two pieces, and pieces exchanged: each piece for itself is whole.
        await ShouldFailAsync(id, path, stored[..(17 + piece)]);
        await ShouldFailAsync(id, path, stored[..(17 + (2 * piece))]);
        await ShouldFailAsync(id, path, [.. stored[..17], .. stored[(17 + piece)..(17 + (2 * piece))], .. stored[17..(17 + piece)], .. stored[(17 + (2 * piece))..]]);
        await ShouldFailAsync(id, path, stored[..10]);

        var other = Guid.NewGuid();
        await File.WriteAllBytesAsync(path.Replace($"{id:N}", $"{other:N}", StringComparison.Ordinal), stored);
        await Should.ThrowAsync<CryptographicException>(() => ReadAsync(_store, other));
    }

    [Fact]
    public async Task What_is_not_there_is_told_and_an_unwritable_folder_too()
    {
        (await _store.CopyToAsync(Guid.NewGuid(), Stream.Null, default)).ShouldBeFalse();
        await File.WriteAllTextAsync(_folder["file"], "");
        var blocked = new AttachmentStore(new AttachmentFolder(_folder["file/files"]), _protector, TimeProvider.System, NullLogger<AttachmentStore>.Instance);
        (await blocked.KeepAsync(Guid.NewGuid(), new byte[1], default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Leftovers_are_found_the_oldest_first_and_can_be_thrown_away()
    {
        var (first, _) = await KeepAsync(10);
        var (second, _) = await KeepAsync(10);
        var (settled, _) = await KeepAsync(10);
        _store.Settle(settled);
        File.SetLastWriteTimeUtc(Files().Single(f => f.EndsWith($"{second:N}", StringComparison.Ordinal)), DateTime.UtcNow.AddHours(-2));
        await File.WriteAllTextAsync(_folder["files/incoming/notes.txt"], "no file of ours");

        _store.FindUnsettled(DateTimeOffset.UtcNow.AddMinutes(-15), 10).ShouldBe([second]);
        _store.FindUnsettled(DateTimeOffset.UtcNow.AddMinutes(1), 10).ShouldBe([second, first]);
        _store.FindUnsettled(DateTimeOffset.UtcNow.AddMinutes(1), 1).ShouldBe([second]);
        _store.Discard(first);
        (await _store.CopyToAsync(first, Stream.Null, default)).ShouldBeFalse();
        _store.Discard(first);
        _store.Settle(first);
    }

    private async Task ShouldFailAsync(Guid id, string path, byte[] changed)
    {
        await File.WriteAllBytesAsync(path, changed);
        (await Should.ThrowAsync<Exception>(() => ReadAsync(_store, id))).ShouldBeAssignableTo(changed.Length < 17 ? typeof(EndOfStreamException) : typeof(CryptographicException));
    }

    private AttachmentStore Open(PersonalDataProtector protector) =>
        new(new AttachmentFolder(_folder["files"]), protector, TimeProvider.System, NullLogger<AttachmentStore>.Instance);

    private async Task<(Guid Id, byte[] Content)> KeepAsync(int size)
    {
        var (id, content) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(size));
        (await _store.KeepAsync(id, content, default)).ShouldBeTrue();
        return (id, content);
    }

    private static async Task<byte[]> ReadAsync(AttachmentStore store, Guid id)
    {
        using var target = new MemoryStream();
        (await store.CopyToAsync(id, target, default)).ShouldBeTrue();
        return target.ToArray();
    }

    private string[] Files() => Directory.GetFiles(_folder["files"], "*", SearchOption.AllDirectories);
}
