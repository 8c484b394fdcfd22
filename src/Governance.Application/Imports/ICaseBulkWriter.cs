using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Imports;

/// <summary>A case that is to be written unless its source key is known; it is built only when it is new and has a number.</summary>
/// <param name="SourceKey">Number of the matter at its source, unique over all sources, e.g. <c>message:T116030</c>.</param>
/// <param name="Place">Its place: the county decides the block of numbers.</param>
/// <param name="RegisteredAt">When it was logged, UTC: the Chinese year decides the block of numbers.</param>
/// <param name="Build">
/// Builds the whole case through the domain with the number given. Whatever can be refused must have been checked before.
/// </param>
public sealed record CaseSeed(string SourceKey, AreaCode Place, DateTimeOffset RegisteredAt, Func<CaseNumber, Case> Build);

/// <summary>What a bulk write did.</summary>
/// <param name="Added">Cases written.</param>
/// <param name="Known">Cases that were there already and stayed as they were.</param>
/// <param name="Rows">Rows written: cases and their steps.</param>
public sealed record BulkWriteResult(int Added, int Known, int Rows);

/// <summary>Writes many cases at once.</summary>
public interface ICaseBulkWriter
{
    /// <summary>
    /// Writes the cases whose source key is new, with their steps and one audit entry, in one transaction: all or none. Two writers
    /// at the same time take turns. The seeds are read once, piece by piece, so there may be a million of them; for progress others
    /// can see, call it with parts.
    /// </summary>
    /// <param name="actor">Who writes, for the audit entry.</param>
    /// <param name="seeds">The cases, in the order of their numbers.</param>
    /// <param name="audit">Makes the audit entry out of the number of cases added; not asked when there are none.</param>
    /// <param name="progress">Told how many seeds are done.</param>
    /// <param name="ct">Stops the write; nothing is saved then.</param>
    Task<BulkWriteResult> WriteAsync(
        Actor actor, IEnumerable<CaseSeed> seeds, Func<int, AuditRecord> audit, IProgress<int>? progress = null, CancellationToken ct = default);
}
