using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>Flat reads for the screens. Every reviewer's query takes the area the person reviews; restricted ones are in no list and no count.</summary>
public interface ISubmissionQueries
{
    /// <summary>A page of a list.</summary>
    Task<Page<SubmissionRow>> ListAsync(AreaCode scope, SubmissionCriteria criteria, PageRequest page, CancellationToken ct);

    /// <summary>How many wait for a reviewer, counted up to a bound.</summary>
    Task<int> CountWaitingAsync(AreaCode scope, int bound, CancellationToken ct);

    /// <summary>A submission by number, or null: an ordinary one of the area the person reviews, or a restricted one whose circle the account is in.</summary>
    Task<SubmissionRecord?> FindAsync(AreaCode? reviewed, Guid account, SubmissionNumber number, CancellationToken ct);

    /// <summary>The restricted submissions of an account's circles that have become no case, due first.</summary>
    Task<IReadOnlyList<SubmissionRow>> ListRestrictedAsync(Guid account, int most, CancellationToken ct);

    /// <summary>How many of them wait for a decision.</summary>
    Task<int> CountRestrictedAsync(Guid account, CancellationToken ct);

    /// <summary>What a citizen's look-up compares and shows, or null.</summary>
    Task<SubmissionStatus?> LookUpAsync(SubmissionNumber number, CancellationToken ct);

    /// <summary>What a source sent under a number, its own or ours, or null.</summary>
    Task<SubmissionStatus?> FindForSourceAsync(string sourceKey, string sourceNumber, SubmissionNumber? number, CancellationToken ct);
}
