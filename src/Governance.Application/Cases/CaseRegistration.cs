using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Application.Cases;

/// <summary>A case to be logged.</summary>
/// <param name="Facts">Cleaned facts.</param>
/// <param name="Reporter">Encrypted name and phone, each may be null.</param>
/// <param name="ManagingBodyCode">Body that will run it.</param>
/// <param name="Key">Key of what it is made of: the same one makes one case.</param>
/// <param name="CameAt">When the matter came in, UTC: the clock of acceptance starts then.</param>
public sealed record NewCase(
    CaseFacts Facts, (ProtectedText? Name, ProtectedText? Phone) Reporter, string ManagingBodyCode, Guid Key, DateTimeOffset CameAt)
{
    /// <summary>要求保密: the reporter asks that nobody learn who reported.</summary>
    public bool Confidential { get; init; }

    /// <summary>回复意愿; null when the reporter was not asked.</summary>
    public AnswerWish? Wish { get; init; }
}

/// <summary>Logs a case inside somebody's unit of work, the same way for the counter, the inbox and the interface.</summary>
public sealed class CaseRegistration(IReferenceData reference, CaseClock clock, RestrictionByCategory restriction)
{
    /// <summary>Every fault of the facts, each at its field; the place must lie where the person holds the right.</summary>
    public List<Error> Check(Actor actor, CaseFacts facts, Permission permission)
    {
        var errors = facts.Check().ToList();
        if (facts.CategoryCode.Length > 0 && reference.Pack.CategoryByCode(facts.CategoryCode) is not { IsLeaf: true })
            errors.Add(new CaseErrors.UnknownCategory { Field = nameof(facts.CategoryCode) });
        if (facts.Place == default || reference.Pack.FindDivision(facts.Place) is null)
            errors.Add(new CaseErrors.UnknownPlace { Field = nameof(facts.Place) });
        else if (!actor.May(permission, facts.Place))
            errors.Add(new PlatformErrors.OutsideScope(reference.Pack.PlaceName(facts.Place)) { Field = nameof(facts.Place) });
        return errors;
    }

    /// <summary>登记.</summary>
    public async Task<Result<Case>> RegisterAsync(IUnitOfWork unit, Actor actor, NewCase wanted, DateTimeOffset now, CancellationToken ct)
    {
        var facts = wanted.Facts;
        var year = now.ChinaDay().Year;
        var number = CaseNumber.Create(facts.Place, year, await unit.Cases.NextSerialAsync(facts.Place, year, ct));
        var made = Case.Register(
            number, facts, wanted.Reporter, wanted.ManagingBodyCode, wanted.Key, actor,
            clock.CountAcceptance(facts.Place, facts.CategoryCode, facts.Urgency, wanted.CameAt), now);
        if (!made.IsOk)
            return made;
        if (wanted.Confidential)
            made.Value.KeepReporterConfidential();
        if (reference.Pack.RestrictionFor(facts.CategoryCode) is { } rule)
            made.Value.ExpectFinding(rule, wanted.Wish);
        unit.Cases.Add(made.Value);
        unit.Audit(actor, CaseAudit.Of(
            made.Value, CaseStepKind.Register, CaseAudit.ChannelDetail(facts.Channel) + (wanted.Confidential ? "；反映人要求保密" : "")));
        await restriction.ApplyAsync(unit, actor, made.Value, now, ct);
        return made;
    }

    /// <summary>受理, in the same step.</summary>
    public Result Accept(IUnitOfWork unit, Actor actor, Case made, string note, string why, DateTimeOffset now)
    {
        var accepted = made.Accept(actor, note, clock.CountHandling(made.Place, made.CategoryCode, made.Urgency, now), now);
        if (accepted.IsOk)
            unit.Audit(actor, CaseAudit.Of(made, CaseStepKind.Accept, why));
        return accepted;
    }
}
