using Governance.Domain.Mediation;

namespace Governance.Application.Mediation;

/// <summary>修改调解组织.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Version that was opened.</param>
/// <param name="Facts">The facts as they shall be.</param>
public sealed record ChangeCommittee(Guid Id, uint Version, CommitteeFacts Facts);

/// <summary>聘任.</summary>
/// <param name="Facts">Who, of which committee, for what.</param>
/// <param name="Phone">Phone as typed; may be empty.</param>
/// <param name="Appointment">From when, until when, on which ground.</param>
public sealed record AppointMediator(MediatorFacts Facts, string? Phone, Appointment Appointment);

/// <summary>修改调解员.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Version that was opened.</param>
/// <param name="Facts">The facts as they shall be.</param>
/// <param name="NewPhone">A new phone as typed; empty leaves the one there is.</param>
public sealed record ChangeMediator(Guid Id, uint Version, MediatorFacts Facts, string? NewPhone);

/// <summary>请假.</summary>
/// <param name="MediatorId">Who.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Kind">Why.</param>
public sealed record TakeLeave(Guid MediatorId, DateOnly From, DateOnly Until, LeaveKind Kind);

/// <summary>Adds an item to a draft or changes one.</summary>
/// <param name="ListId">The draft.</param>
/// <param name="Version">Version that was opened.</param>
/// <param name="Number">Number of the item; null adds one.</param>
/// <param name="Facts">The item.</param>
public sealed record PutItem(Guid ListId, uint Version, int? Number, MediationItemFacts Facts);
