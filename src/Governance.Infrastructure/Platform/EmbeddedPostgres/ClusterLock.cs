namespace Governance.Infrastructure.Platform;

/// <summary>
/// An advisory lock on a file (flock), let go by the kernel when the process ends, however it ends. On Unix <see cref="FileShare.None"/>
/// takes it exclusively and <see cref="FileShare.Read"/> shares it; the descriptor is not inherited by programs started from here.
/// </summary>
internal static class ClusterLock
{
    /// <summary>Takes the lock alone, or gives null when anybody else has it.</summary>
    public static FileStream? TryExclusive(string file) => TryOpen(file, FileShare.None);

    /// <summary>Takes the lock alone, waiting at most <paramref name="patience"/>.</summary>
    public static Task<FileStream> ExclusiveAsync(string file, TimeSpan patience, CancellationToken cancellation) =>
        WaitAsync(file, FileShare.None, patience, cancellation);

    /// <summary>Takes the lock together with others, waiting at most <paramref name="patience"/> for one who has it alone.</summary>
    public static Task<FileStream> SharedAsync(string file, TimeSpan patience, CancellationToken cancellation) =>
        WaitAsync(file, FileShare.Read, patience, cancellation);

    private static async Task<FileStream> WaitAsync(string file, FileShare share, TimeSpan patience, CancellationToken cancellation)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            if (TryOpen(file, share) is { } stream) return stream;
            if (Environment.TickCount64 > deadline) throw EmbeddedPostgresException.Busy(file);
            await Task.Delay(50, cancellation);
        }
    }

    private static FileStream? TryOpen(string file, FileShare share)
    {
        const int wouldBlock = 11;
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, share, bufferSize: 1);
        }
        catch (IOException refused) when (refused.HResult == wouldBlock)
        {
            return null;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw EmbeddedPostgresException.NoAccess(file, refused);
        }
    }
}
