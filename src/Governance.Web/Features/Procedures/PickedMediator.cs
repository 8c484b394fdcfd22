namespace Governance.Web.Features.Procedures;

/// <summary>A mediator of the register that somebody chose.</summary>
/// <param name="Id">Entry in the register.</param>
/// <param name="Name">Name.</param>
/// <param name="Committee">Committee; empty when it is not known here.</param>
public sealed record PickedMediator(Guid Id, string Name, string Committee);
