namespace Governance.Domain.Cities;

/// <summary>A reason for which the clock of a case may stand (暂停事由).</summary>
/// <param name="Key">Stable key within the pack.</param>
/// <param name="Category">Code of a top or leaf category; null for all.</param>
/// <param name="Name">What people choose.</param>
/// <param name="Law">Name of the law; empty for a default.</param>
/// <param name="Article">Its article; empty for a default.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Status">Whether that was checked.</param>
/// <param name="Note">One short sentence.</param>
/// <param name="ForCitizens">What the reporter is told is waited for, a whole sentence.</param>
public sealed record PauseReason(
    string Key, string? Category, string Name, string Law, string Article, TimeLimitBasis Basis, TimeLimitStatus Status, string Note,
    string ForCitizens)
{
    /// <summary>The law with its article, or the note.</summary>
    public string BasisText => Law.Length == 0 ? Note : $"《{Law.Trim('《', '》')}》{Article}";

    /// <summary>True when it may be chosen for a case of that category.</summary>
    public bool Fits(string category) => Category is null || category.StartsWith(Category, StringComparison.Ordinal);
}
