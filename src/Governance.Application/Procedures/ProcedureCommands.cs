using Governance.Domain.Cases;
using Governance.Domain.Procedures;

namespace Governance.Application.Procedures;

/// <summary>启动: what the form sends.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="KindCode">The kind.</param>
/// <param name="Opening">What it takes.</param>
/// <param name="IsLabourDispute">True for a dispute between an employer and an employee.</param>
public sealed record OpenProcedure(Guid CaseId, string KindCode, ProcedureOpening Opening, bool IsLabourDispute)
{
    /// <summary>The item of administrative mediation that was taken, or null.</summary>
    public ItemChoice? Item { get; init; }
}

/// <summary>An item of a published list that somebody took.</summary>
/// <param name="ListId">The edition.</param>
/// <param name="Number">The item's number.</param>
public sealed record ItemChoice(Guid ListId, int Number);

/// <summary>The procedure somebody looked at.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">Version the person looked at.</param>
public sealed record ProcedureAt(Guid Id, uint Version);

/// <summary>A step.</summary>
public sealed record AdvanceProcedure(ProcedureAt At, string StepCode, DateOnly On, string Note);

/// <summary>More time.</summary>
public sealed record ExtendProcedure(ProcedureAt At, DateOnly Until, string Note);

/// <summary>Another body or mediator.</summary>
public sealed record ChangeProcedure(ProcedureAt At, ProcedureChange Change);

/// <summary>The item of administrative mediation.</summary>
public sealed record TakeProcedureItem(ProcedureAt At, ItemChoice? Item);

/// <summary>An outcome.</summary>
public sealed record EndProcedure(ProcedureAt At, string OutcomeCode, DateOnly On, string Terms, decimal? Amount);

/// <summary>A hand-over slip.</summary>
public sealed record HandOverProcedure(ProcedureAt At, HandOverSlip Slip);

/// <summary>A receipt.</summary>
public sealed record ReceiveHandOver(ProcedureAt At, int Sequence, string ReceivedBy, DateOnly On);

/// <summary>Both parties ask the court to confirm.</summary>
public sealed record ApplyForConfirmation(ProcedureAt At, string Court, bool BothApply, DateOnly On);

/// <summary>What the court said; null when nothing was chosen.</summary>
public sealed record RecordConfirmation(ProcedureAt At, ConfirmationResult? Result, DateOnly On, string Note);

/// <summary>Where the change belongs.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Id">The procedure.</param>
public sealed record ProcedureChanged(CaseNumber Number, Guid Id);
