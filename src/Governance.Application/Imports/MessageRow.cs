namespace Governance.Application.Imports;

/// <summary>A citizen's message as its file tells it; every value has been read, none has been judged.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Id">Number of the message at its source.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">What the person wrote.</param>
/// <param name="Label">Class the source gave it; empty for none.</param>
/// <param name="AskedAt">When it was written, UTC.</param>
/// <param name="Reply">The authority's reply; empty for none.</param>
/// <param name="RepliedAt">When it was replied to, UTC; null without a reply.</param>
public sealed record MessageRow(
    int Line, string Id, string Title, string Body, string Label, DateTimeOffset AskedAt, string Reply, DateTimeOffset? RepliedAt);
