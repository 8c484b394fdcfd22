using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Infrastructure.Platform;

namespace Governance.Infrastructure.Generation;

/// <summary>Cases that are written at once, with everything that belongs to them.</summary>
/// <param name="Cases">The cases with their steps.</param>
/// <param name="Audit">One entry a step.</param>
internal sealed record GeneratedPiece(IReadOnlyList<Case> Cases, IReadOnlyList<AuditEntry> Audit)
{
    /// <summary>The entries the steps of a case would have left.</summary>
    public static IEnumerable<AuditEntry> AuditOf(Case one) => one.Steps.Select(step => new AuditEntry
    {
        Id = Guid.CreateVersion7(step.At),
        At = step.At,
        ActorId = step.ActorId,
        ActorAccount = "演示",
        ActorName = step.ActorName,
        BodyName = step.BodyName,
        Action = CaseAudit.Of(one, step.Kind, "").Action,
        SubjectKind = "case",
        SubjectId = one.Number.Value,
        AreaCode = one.Place,
        Detail = step.Kind switch
        {
            CaseStepKind.Register => CaseAudit.ChannelDetail(one.Channel),
            CaseStepKind.Dispatch => CaseAudit.LeadDetail(step.TargetBodyName),
            _ => "",
        },
    });
}
