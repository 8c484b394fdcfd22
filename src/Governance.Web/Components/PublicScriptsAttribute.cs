namespace Governance.Web.Components;

/// <summary>
/// Scripts a public page loads. It must do its work without them: they only spare typing or waiting.
/// </summary>
/// <param name="names">Names of files of <c>wwwroot/js</c> without their ending.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicScriptsAttribute(params string[] names) : Attribute
{
    /// <summary>The files.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
