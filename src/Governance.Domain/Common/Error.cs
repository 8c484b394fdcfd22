namespace Governance.Domain.Common;

/// <summary>
/// A refusal in words: the business said no. Each feature derives named records from it in its <c>XxxErrors.cs</c>.
/// </summary>
/// <param name="Code">Stable machine-readable code, e.g. <c>case.already-closed</c>; never shown to users.</param>
/// <param name="Message">What the person reads, in Chinese, saying what to do next where that helps.</param>
public abstract record Error(string Code, string Message)
{
    /// <summary>
    /// The rule the refusal rests on, a key of the city pack's <c>grounds.csv</c>, so that a page can link the article; null where
    /// no article is behind it.
    /// </summary>
    public string? Ground { get; init; }

    /// <summary>The form field the message belongs to (property name of the command), or null for the whole form.</summary>
    public string? Field { get; init; }
}

/// <summary>What was asked for does not exist, or is outside what the person may know of.</summary>
public abstract record NotFoundError(string Code, string Message) : Error(Code, Message);

/// <summary>The person may not do this.</summary>
public abstract record ForbiddenError(string Code, string Message) : Error(Code, Message);

/// <summary>Somebody else changed the same thing first.</summary>
public abstract record ConflictError(string Code, string Message) : Error(Code, Message);
