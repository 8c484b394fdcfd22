namespace Governance.Infrastructure.Platform;

/// <summary>What went wrong with the server, read from its own words (its messages are in English: <c>lc_messages = C</c>).</summary>
internal sealed class ClusterFault(string what, string said, ClusterHome home, int? port)
{
    /// <summary>Worth another try in a moment: what remains of a killed server still holds its shared memory.</summary>
    public bool IsPassing => Says("pre-existing shared memory block");

    /// <summary>Somebody else listens on the port.</summary>
    public bool IsPortTaken => Says("Address already in use") || Says("could not create any TCP/IP sockets");

    /// <summary>The fault as the operator should read it.</summary>
    public EmbeddedPostgresException ToException()
    {
        if (Says("No space left on device") || Says("Disk quota exceeded")) return EmbeddedPostgresException.DiskFull(home.Directory);
        if (IsPortTaken && port is { } taken) return EmbeddedPostgresException.PortTaken(taken);
        if (Says("Cannot allocate memory")) return EmbeddedPostgresException.OutOfMemory();
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return EmbeddedPostgresException.Failed(what, string.Join(" | ", lines.TakeLast(8)) + $"（日志：{home.Log}）");
    }

    /// <summary>Reads a program's output.</summary>
    public static EmbeddedPostgresException Explain(string what, string said, ClusterHome home, int? port) =>
        new ClusterFault(what, said, home, port).ToException();

    private bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
}
