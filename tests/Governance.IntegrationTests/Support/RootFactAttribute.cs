namespace Governance.IntegrationTests.Support;

/// <summary>A test of what only root can do or meet; skipped, with the reason, for everybody else.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "needs root";
    }
}
