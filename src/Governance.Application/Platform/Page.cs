using System.Globalization;

namespace Governance.Application.Platform;

/// <summary>Where a page of a list begins or ends: what a row is ordered by, and its key.</summary>
/// <param name="Sort">A moment as its UTC ticks, or text such as an area code.</param>
/// <param name="Id">Key of the row.</param>
public sealed record PageCursor(string Sort, Guid Id)
{
    private const int LongestSort = 100;

    /// <summary>The moment the row is ordered by, UTC; null when it is ordered by text.</summary>
    public DateTimeOffset? Moment =>
        long.TryParse(Sort, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>The cursor of a row that is ordered by a moment.</summary>
    public static PageCursor Of(DateTimeOffset moment, Guid id) => new(moment.UtcTicks.ToString(CultureInfo.InvariantCulture), id);

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{Sort}.{Id:N}";

    /// <summary>Reads it from an address; null for anything else.</summary>
    public static PageCursor? Parse(string? text) =>
        text?.LastIndexOf('.') is { } dot and > 0 and <= LongestSort
        && !text.Any(char.IsControl)
        && Guid.TryParseExact(text.AsSpan(dot + 1), "N", out var id)
            ? new PageCursor(text[..dot], id)
            : null;
}

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Cursor">Row next to the page, or null for the first page.</param>
/// <param name="Backwards">True for the page before the cursor.</param>
/// <param name="Size">Rows on a page.</param>
public sealed record PageRequest(PageCursor? Cursor = null, bool Backwards = false, int Size = PageRequest.DefaultSize)
{
    /// <summary>Rows on a page unless told.</summary>
    public const int DefaultSize = 50;

    /// <summary>Counting stops here: a larger total is said as 'more than'.</summary>
    public const int CountedUpTo = 10_000;

    /// <summary>False for a reader that knows already how many rows the whole list has.</summary>
    public bool WithTotal { get; init; } = true;
}

/// <summary>A page of a list.</summary>
/// <typeparam name="TRow">Its rows.</typeparam>
/// <param name="Rows">The rows in order.</param>
/// <param name="Previous">Cursor of the page before, or null on the first.</param>
/// <param name="Next">Cursor of the page after, or null on the last.</param>
/// <param name="Total">
/// How many rows the filter finds, counted up to <see cref="PageRequest.CountedUpTo"/>; null for a list that fills more than a page and is not
/// counted.
/// </param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, PageCursor? Previous, PageCursor? Next, int? Total)
{
    /// <summary>True when one export may not hold everything the filter finds: it was not counted to the end.</summary>
    public bool MayExceedExport => Total is null or > PageRequest.CountedUpTo;

    /// <summary>E.g. <c>共 318 件</c>, <c>超过 10000 件</c> or <c>超过 50 件</c>.</summary>
    /// <param name="unit">What is counted, e.g. <c>件</c>.</param>
    public string TotalText(string unit) => Total switch
    {
        null => $"超过 {PageRequest.DefaultSize} {unit}",
        > PageRequest.CountedUpTo => $"超过 {PageRequest.CountedUpTo} {unit}",
        { } counted => $"共 {counted} {unit}",
    };
}
