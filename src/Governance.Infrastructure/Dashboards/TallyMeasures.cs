using Governance.Application.Dashboards;
using Npgsql;

namespace Governance.Infrastructure.Dashboards;

/// <summary>The figures a tally keeps, in the order of every statement, and how each is said of a single case.</summary>
internal static class TallyMeasures
{
    // A matter counts once: not again for the cases that follow another one.
    private const string OfMatter = "(c.merged_into_id is null)::int * ";

    private static readonly (string Column, string OfCase)[] Measures =
    [
        ("registered", OfMatter + "1"),
        ("closed", OfMatter + "(c.closed_at is not null)::int"),
        ("closed_on_time", OfMatter + "coalesce(c.closed_at <= c.due_at, false)::int"),
        ("refused", OfMatter + "(not c.is_open and c.closed_at is null)::int"),
        ("responded", OfMatter + "(c.responded_at is not null)::int"),
        ("responded_on_time", OfMatter + "coalesce(c.responded_on_time, false)::int"),
        // Every reporter has a say.
        ("solved_asked", "(c.solved is not null)::int"),
        ("solved", "coalesce(c.solved, false)::int"),
        ("rated", "(c.satisfaction is not null or c.reopened_by_reporter)::int"),
        ("pleased", "coalesce(c.satisfaction in ('Satisfied', 'Fair'), false)::int"),
        ("returned", OfMatter + "(c.return_count > 0)::int"),
        ("redone", OfMatter + "(c.redone_count > 0)::int"),
        ("appeals", "1"),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => Measures.Length;

    /// <summary>The columns of <c>case_tallies</c>.</summary>
    public static string Columns { get; } = string.Join(", ", Measures.Select(m => m.Column));

    /// <summary>The columns summed up.</summary>
    public static string Sums { get; } = string.Join(", ", Measures.Select(m => $"sum({m.Column})::int"));

    /// <summary>The same of one row <c>c</c> of <c>cases</c>.</summary>
    public static string OfCase { get; } = string.Join(", ", Measures.Select(m => m.OfCase));

    /// <summary>The same summed up over rows <c>c</c> of <c>cases</c>.</summary>
    public static string SumsOfCases { get; } = string.Join(", ", Measures.Select(m => $"sum({m.OfCase})::int"));

    /// <summary>The same of one row <c>c</c> of <c>case_tally_changes</c>: what a case counted before a change is taken off.</summary>
    public static string OfChange { get; } = string.Join(", ", Measures.Select(m => "c.sign * " + m.OfCase));

    /// <summary>What a case is counted by: dimension and key of a row <c>c</c> of <c>cases</c>.</summary>
    public const string Dimensions =
        "('Category', left(c.category_code, 2)), ('Channel', c.channel), ('Department', coalesce(substr(c.lead_body_code, 14), ''))";

    /// <summary>Zeros in place of the figures from a position on.</summary>
    public static string Zeros(int from) => string.Join(", ", Enumerable.Repeat("0", Count - from));

    /// <summary>Reads the figures from a column on.</summary>
    public static CaseTally Read(NpgsqlDataReader reader, int first) =>
        new(reader.GetInt32(first), reader.GetInt32(first + 1), reader.GetInt32(first + 2), reader.GetInt32(first + 3))
        {
            Responded = reader.GetInt32(first + 4),
            RespondedOnTime = reader.GetInt32(first + 5),
            SolvedAsked = reader.GetInt32(first + 6),
            Solved = reader.GetInt32(first + 7),
            Rated = reader.GetInt32(first + 8),
            Pleased = reader.GetInt32(first + 9),
            Returned = reader.GetInt32(first + 10),
            Redone = reader.GetInt32(first + 11),
            Appeals = reader.GetInt32(first + 12),
        };
}
