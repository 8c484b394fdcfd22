namespace Governance.Application.Platform;

/// <summary>The database did not answer a read. Pages show a Chinese message and offer to try again.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Wraps the driver's fault.</summary>
    public StorageUnavailableException(Exception inner) : base("The database is not available.", inner)
    {
    }

    /// <summary>For serializers and analysers.</summary>
    public StorageUnavailableException()
    {
    }

    /// <summary>For serializers and analysers.</summary>
    public StorageUnavailableException(string message) : base(message)
    {
    }

    /// <summary>For serializers and analysers.</summary>
    public StorageUnavailableException(string message, Exception inner) : base(message, inner)
    {
    }
}
