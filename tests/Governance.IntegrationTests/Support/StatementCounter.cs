using System.Diagnostics;

namespace Governance.IntegrationTests.Support;

/// <summary>
/// Counts the SQL statements that requests send to one database while it lives, from whatever library. What the portal's workers do
/// meanwhile is not the page's.
/// </summary>
public sealed class StatementCounter : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    /// <summary>Starts counting.</summary>
    /// <param name="database">Name of the database: tests run side by side.</param>
    public StatementCounter(string database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && IsOfRequest(activity) && activity.TagObjects.Any(tag => tag.Key is "db.namespace" or "db.name" && Equals(tag.Value, database))
                    && activity.TagObjects.Any(tag => tag.Key is "db.query.text" or "db.statement"))
                    Interlocked.Increment(ref _count);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Statements so far.</summary>
    public int Count => _count;

    private static bool IsOfRequest(Activity? activity)
    {
        while (activity is not null && activity.Source.Name != "Microsoft.AspNetCore")
            activity = activity.Parent;
        return activity is not null;
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
