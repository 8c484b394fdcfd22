using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Platform;

namespace Governance.Application.Leads;

/// <summary>
/// What departments and centres do while it is decided who leads (主办确定, H43): answer a consultation, take measures, object, name the
/// lead. The decision itself is made by the rule, never typed in.
/// </summary>
public sealed class LeadService(IUnitOfWorkFactory units, IReferenceData reference, TimeProvider time)
{
    /// <summary>Takes one step.</summary>
    /// <returns>The number of the case; refused when the step, the person, the body's turn or the version does not fit.</returns>
    public Task<Result<CaseNumber>> TakeStepAsync(Actor actor, TakeLeadStep command, CancellationToken ct = default) =>
        units.ChangeCaseAsync(
            actor, command.CaseId, command.Version, _ => actor.May(LeadStepRule.For(command.Kind).Permission),
            (_, found) => Task.FromResult(Take(actor, found, command)), (_, step) => CaseAudit.StepDetail(step), ct);

    private Result Take(Actor actor, Case found, TakeLeadStep command)
    {
        var now = time.GetUtcNow();
        switch (command.Kind)
        {
            case CaseStepKind.AnswerConsultation:
                return found.AnswerConsultation(actor, command.BodyCode, command.Note, LeadQuestion.CentreOf(reference.Pack, found), now);
            case CaseStepKind.TakeMeasures: return found.TakeMeasures(actor, command.Note, now);
            case CaseStepKind.RaiseObjection:
                return found.RaiseObjection(actor, command.Note, LeadQuestion.CentreOf(reference.Pack, found), now);
            case CaseStepKind.RejectObjection: return found.RejectObjection(actor, command.Note, now);
            case CaseStepKind.Designate:
                return reference.Pack.FindBody(command.BodyCode ?? "") is { } body
                    ? found.Designate(actor, body, command.Note, now)
                    : new PlatformErrors.Required("BodyCode", "主办单位") { Field = "BodyCode" };
            default: throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "Not a step of this decision.");
        }
    }
}
