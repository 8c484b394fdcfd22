namespace Governance.Infrastructure.Generation;

/// <summary>What to generate. The same request on the same pack and calendar makes the same cases; only their keys differ.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Until">Last day; cases that run beyond it stand where they stood then.</param>
/// <param name="Years">How many years they are spread over.</param>
/// <param name="Seed">Draws the cases.</param>
public sealed record GenerationRequest(int Cases, DateOnly Until, int Years = 10, int Seed = 20221101)
{
    /// <summary>Most cases of one run.</summary>
    public const int MostCases = 20_000_000;
}

/// <summary>What was generated.</summary>
/// <param name="Cases">Cases.</param>
/// <param name="Rows">Rows written: cases, steps and audit entries.</param>
/// <param name="Loading">Time of writing the rows, with the tallies.</param>
/// <param name="Indexing">Time of building the indexes.</param>
public sealed record GenerationReport(int Cases, long Rows, TimeSpan Loading, TimeSpan Indexing);

/// <summary>The database holds cases already: nothing is generated beside what may be real.</summary>
public sealed class DatabaseInUseException() : InvalidOperationException("The database holds cases.");
