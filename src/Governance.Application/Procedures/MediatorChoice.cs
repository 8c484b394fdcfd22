using Governance.Application.Mediation;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Mediation;
using Governance.Domain.Platform;

namespace Governance.Application.Procedures;

/// <summary>Who was chosen to mediate: of the register, or by name only.</summary>
/// <param name="Id">Entry in the register, or null.</param>
/// <param name="Name">Name; may be empty.</param>
public sealed record ChosenMediator(Guid? Id, string Name);

/// <summary>Checks who is chosen to mediate a case: of the register within the person's reach, at work, and no party of it (回避).</summary>
public sealed class MediatorChoice(CasePeople people, TimeProvider time)
{
    /// <summary>Field that refusals belong to.</summary>
    public const string Field = "Mediator";

    /// <summary>The mediator, the name taken from the register; or why not.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="actor">Who chooses.</param>
    /// <param name="subject">The case.</param>
    /// <param name="id">Entry in the register, or null.</param>
    /// <param name="name">Name of somebody outside it; may be empty.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<ChosenMediator>> CheckAsync(IUnitOfWork unit, Actor actor, Case subject, Guid? id, string name, CancellationToken ct)
    {
        ProtectedText? phone = null;
        if (id is { } key)
        {
            if (await unit.Mediation.FindMediatorAsync(key, ct) is not { } mediator || !MediationScope.Of(actor).Holds(mediator.Area)
                || await unit.Mediation.FindCommitteeAsync(mediator.CommitteeId, ct) is not { IsActive: true })
                return new MediationErrors.MediatorNotFound { Field = Field };
            if (WhyNotAtWork(mediator) is { } away)
                return away with { Field = Field };
            (name, phone) = (mediator.Name, mediator.Phone);
        }
        name = PlainText.CleanLine(name);
        if (name.Length == 0)
            return new ChosenMediator(null, "");
        var about = people.Of(actor, StoredCasePeople.Of(subject, await unit.Participants.OfCaseAsync(subject.Id, ct)));
        return MediatorConflict.Find(new PersonMarks(name, people.HashOf(phone), null), about) is { } person
            ? new MediationErrors.IsParty(name, person.Standing) { Field = Field, Ground = GroundKeys.MediationRecusal }
            : new ChosenMediator(id, name);
    }

    private Error? WhyNotAtWork(Mediator mediator)
    {
        var today = time.GetUtcNow().ChinaDay();
        return !mediator.IsInOffice ? new MediationErrors.NotInOffice()
            : mediator.TermUntil < today ? new MediationErrors.TermOver(mediator.Name)
            : mediator.Leaves.FirstOrDefault(l => l.Covers(today)) is { } leave
                ? new MediationErrors.OnLeave(mediator.Name, leave.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            : null;
    }
}
