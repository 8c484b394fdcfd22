using System.Net.Sockets;
using Governance.Application.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Governance.Infrastructure.Persistence;

/// <summary>Tells 'the database is away' and 'somebody was faster' from a bug.</summary>
public static class StorageFaults
{
    /// <summary>True when the server could not be reached, is shutting down or starting, or the connection broke.</summary>
    public static bool IsUnavailable(Exception fault)
    {
        // Who left the page cancelled the work; the driver wraps that in faults of its own.
        if (fault is OperationCanceledException)
            return false;
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException server)
                return server.SqlState.StartsWith("57P", StringComparison.Ordinal) || server.SqlState.StartsWith("08", StringComparison.Ordinal)
                    || server.SqlState == PostgresErrorCodes.TooManyConnections;
            if (cause is NpgsqlException or SocketException or TimeoutException or EndOfStreamException)
                return true;
        }
        return false;
    }

    /// <summary>True when somebody else was faster: the same work on fresh data says what happened meanwhile.</summary>
    public static bool IsLostRace(Exception fault) =>
        fault is DbUpdateConcurrencyException ||
        fault.GetBaseException() is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        };

    /// <summary>
    /// True when a connection broke off, as all idle ones do when the server is started again: another try on a new connection may
    /// well succeed. A server that does not answer at all is not asked twice, that would double the wait.
    /// </summary>
    public static bool MayHaveComeBack(Exception fault)
    {
        if (!IsUnavailable(fault))
            return false;
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is TimeoutException or PostgresException { SqlState: PostgresErrorCodes.TooManyConnections })
                return false;
        return true;
    }

    /// <summary>Empties the pools, so that the next try does not meet the next dead connection.</summary>
    public static void ForgetConnections() => NpgsqlConnection.ClearAllPools();

    /// <summary>
    /// Runs a read, once more when the connection broke off; an unreachable database becomes <see cref="StorageUnavailableException"/>.
    /// </summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (MayHaveComeBack(fault))
        {
            ForgetConnections();
            return await GuardOnceAsync(read);
        }
        catch (Exception fault) when (IsUnavailable(fault))
        {
            throw new StorageUnavailableException(fault);
        }
    }

    /// <summary>The same without a second try, for what was read in part already.</summary>
    public static async Task<T> GuardOnceAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception fault) when (IsUnavailable(fault))
        {
            throw new StorageUnavailableException(fault);
        }
    }
}
