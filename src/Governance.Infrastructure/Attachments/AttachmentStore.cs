using System.Globalization;
using Governance.Application.Attachments;
using Governance.Application.Platform;
using Microsoft.Extensions.Logging;

namespace Governance.Infrastructure.Attachments;

/// <summary>
/// Files below one folder: <c>incoming/ID</c> while their row is being saved, then <c>XX/ID</c>, XX being the last two digits of the key.
/// Reading looks in both places, so a crash between the two costs nothing. Names people gave are never names of files here.
/// </summary>
public sealed partial class AttachmentStore(AttachmentFolder folder, IPersonalDataProtector protector, TimeProvider time, ILogger<AttachmentStore> logger)
    : IAttachmentStore
{
    private const string Incoming = "incoming";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc />
    public async Task<bool> KeepAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        try
        {
            var path = MakeFor(IncomingPath(id));
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            await using (var stream = new FileStream(path, options))
            {
                await AttachmentCipher.WriteAsync(protector, id, content, stream, ct);
                stream.Flush(flushToDisk: true);
            }
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(fault);
            return false;
        }
    }

    /// <inheritdoc />
    public void Settle(Guid id)
    {
        try
        {
            if (File.Exists(IncomingPath(id)))
                File.Move(IncomingPath(id), MakeFor(LastingPath(id)), overwrite: true);
        }
        // It can be read where it is; the timed step tries again.
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(fault);
        }
    }

    /// <inheritdoc />
    public void Discard(Guid id)
    {
        try
        {
            File.Delete(IncomingPath(id));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnwritable(fault);
        }
    }

    /// <inheritdoc />
    public async Task<bool> CopyToAsync(Guid id, Stream target, CancellationToken ct)
    {
        await using var source = OpenFirst(LastingPath(id), IncomingPath(id), LastingPath(id));
        if (source is null)
        {
            LogMissing(id);
            return false;
        }
        await AttachmentCipher.ReadAsync(protector, id, source, target, ct);
        return true;
    }

    /// <inheritdoc />
    public IReadOnlyList<Guid> FindUnsettled(DateTimeOffset before, int most)
    {
        var incoming = new DirectoryInfo(Path.Combine(folder.Path, Incoming));
        if (!incoming.Exists)
            return [];
        return [.. incoming.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime).OrderBy(f => f.LastWriteTimeUtc)
            .Select(f => Guid.TryParseExact(f.Name, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Take(most)];
    }

    // Between two looks the file may have been settled: hence the first place once more.
    private static FileStream? OpenFirst(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
            {
            }
        }
        return null;
    }

    private static string MakeFor(string path)
    {
        var parent = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(parent);
        else
            Directory.CreateDirectory(parent, OwnerOnly | UnixFileMode.UserExecute);
        return path;
    }

    private string IncomingPath(Guid id) => Path.Combine(folder.Path, Incoming, id.ToString("N", CultureInfo.InvariantCulture));

    private string LastingPath(Guid id)
    {
        var name = id.ToString("N", CultureInfo.InvariantCulture);
        return Path.Combine(folder.Path, name[^2..], name);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of the files cannot be written")]
    private partial void LogUnwritable(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file {Id} has a row but no bytes: was the folder of the files restored with the database?")]
    private partial void LogMissing(Guid id);
}
