using Governance.Application.Mediation;
using Governance.Domain.Mediation;

namespace Governance.Infrastructure.Mediation;

/// <summary>Counts what mediators have in hand and did. Nothing keeps procedures yet, so nobody has a record.</summary>
internal sealed class MediatorRecords : IMediatorRecords
{
    public Task<IReadOnlyDictionary<Guid, MediatorRecord>> OfAsync(
        IReadOnlyCollection<Guid> mediators, DateTimeOffset since, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, MediatorRecord>>(new Dictionary<Guid, MediatorRecord>());
}
