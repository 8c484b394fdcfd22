using Governance.Application.Cases;
using Governance.Domain.Organisation;

namespace Governance.Application.Repeats;

/// <summary>Flat reads about repeats. Every query takes what the person may know of.</summary>
public interface IRepeatQueries
{
    /// <summary>Open cases in the county of a place that hold the rarest pieces of a title, those that hold most of them first.</summary>
    Task<IReadOnlyList<RepeatCandidate>> LikeAsync(CaseVisibility visibility, string title, AreaCode near, Guid? except, CancellationToken ct);

    /// <summary>The case with its lead and those that follow the same lead.</summary>
    Task<RepeatStanding?> StandingAsync(CaseVisibility visibility, Guid id, CancellationToken ct);

    /// <summary>The newest open cases of an area since a moment, at most so many.</summary>
    Task<IReadOnlyList<RepeatCandidate>> OpenSinceAsync(CaseVisibility visibility, AreaCode area, DateTimeOffset since, int most, CancellationToken ct);
}
