namespace Governance.Infrastructure.Platform.Files;

/// <summary>How the numbers of a column are shown; texts and moments need none.</summary>
public enum ExcelFormat
{
    /// <summary>Whole numbers with separators, other numbers as they are.</summary>
    General,

    /// <summary>A share between 0 and 1 as a percentage with one decimal.</summary>
    Percent,
}

/// <summary>A column of an Excel sheet.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Width">Width in Latin characters; a Chinese character takes two.</param>
/// <param name="Format">How its numbers are shown.</param>
public sealed record ExcelColumn(string Header, int Width = 14, ExcelFormat Format = ExcelFormat.General);
