namespace Governance.IntegrationTests.Support;

/// <summary>Public data that lies beside some checkouts (<c>../shared/data</c>) and is never part of the project.</summary>
internal static class SharedData
{
    /// <summary>Path of a file there; null when this machine has none.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(file))
                return file;
        }
        return null;
    }
}

/// <summary>A test that needs a file of the data beside the checkout; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string name)
    {
        if (SharedData.Find(name) is null)
            Skip = $"../shared/data/{name} is not there";
    }
}

/// <summary>The same for a test with rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute(string name)
    {
        if (SharedData.Find(name) is null)
            Skip = $"../shared/data/{name} is not there";
    }
}
