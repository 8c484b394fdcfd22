using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Domain.Platform;

namespace Governance.Application.Parties;

/// <summary>What people read of participants: masked on the case, in clear for a stated reason, found by an exact phone or number.</summary>
public sealed class ParticipantReadService(IParticipantQueries queries, IUnitOfWorkFactory units, IPersonalDataProtector protector)
{
    /// <summary>Most cases of one search.</summary>
    public const int MostFound = 50;

    /// <summary>The tab of a case.</summary>
    public async Task<Result<ParticipantView>> ListAsync(Actor actor, CaseHead head, CancellationToken ct = default)
    {
        var rows = await queries.ListAsync(CaseVisibility.Of(actor), head.Id, ct);
        return new ParticipantView(
            [.. rows.Select(row => Masked(row, MayKnow(actor, row.Role, head.ReporterConfidential, head.ManagingBodyCode)))], ParticipantService.MayKeep(actor, head.Place, head.LeadBodyCode), actor.May(Permission.RevealReporter));
    }

    /// <summary>查看当事人: one participant in clear.</summary>
    public async Task<Result<RevealedParticipant>> RevealAsync(Actor actor, CaseHead head, Guid participant, string reason, CancellationToken ct = default)
    {
        if (!actor.May(Permission.RevealReporter))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (Disclosure.Check(ref reason) is { } refusal)
            return refusal;
        var found = (await queries.ListAsync(CaseVisibility.Of(actor), head.Id, ct)).SingleOrDefault(p => p.Id == participant);
        if (found is null)
            return new ParticipantErrors.NotFound();
        if (!MayKnow(actor, found.Role, head.ReporterConfidential, head.ManagingBodyCode))
            return new CaseErrors.ReporterConfidential { Ground = GroundKeys.DataPrivacy };
        return await Disclosure.GiveAsync(
            units, actor, new AuditRecord(AuditActions.RevealParticipant, "case", head.Number.Value, head.Place, found.Role.DisplayName()), reason,
            () => new RevealedParticipant(
                protector.Reveal(found.Name), protector.Reveal(found.Phone), protector.Reveal(found.IdentityNumber), protector.Reveal(found.Address)), ct);
    }

    /// <summary>当事人查询: the cases one may know of in which somebody with exactly that phone or number takes part.</summary>
    public async Task<Result<IReadOnlyList<ParticipantFound>>> SearchAsync(Actor actor, string value, string reason, CancellationToken ct = default)
    {
        if (!actor.May(Permission.SearchParticipants))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        var number = CitizenId.Normal(value);
        var isNumber = CitizenId.IsValid(number) || CreditCode.IsValid(number);
        string? phone = null;
        var errors = new List<Error>();
        if (!isNumber && (!PhoneNumber.TryParse(value, out phone) || phone is null))
            errors.Add(new ParticipantErrors.BadSearch { Field = "Value" });
        if (Disclosure.Check(ref reason) is { } refusal)
            errors.Add(refusal);
        if (errors.Count > 0)
            return Result<IReadOnlyList<ParticipantFound>>.Refused(errors);

        var hash = isNumber ? protector.KeyedHash(PersonalDataUse.IdentityNumber, number) : protector.KeyedHash(PersonalDataUse.Phone, phone!);
        var found = (await queries.FindAsync(CaseVisibility.Of(actor), hash, byPhone: !isNumber, MostFound, ct))
            .Where(f => MayKnow(actor, f.Role, f.ReporterConfidential, f.ManagingBodyCode)).ToList();
        return await Disclosure.GiveAsync<IReadOnlyList<ParticipantFound>>(
            units, actor,
            new AuditRecord(AuditActions.SearchParticipants, "participant", "", actor.Scope, $"按{(isNumber ? "证件号码" : "电话")}查询，找到 {found.Count} 件"),
            reason,
            () => [.. found.Select(f => new ParticipantFound(
                f.Number, f.Title, f.State, f.Place, f.Role, Masks.Name(protector.Reveal(f.Name)), f.RegisteredAt, f.IsRestricted))], ct);
    }

    // A reporter who asked to be kept confidential stays so under 当事人 as well.
    private static bool MayKnow(Actor actor, ParticipantRole role, bool confidential, string managingBodyCode) =>
        role != ParticipantRole.Reporter || Case.MayKnowReporter(actor, confidential, managingBodyCode);

    private ParticipantRow Masked(ParticipantRecord found, bool mayKnow) => !mayKnow
        ? new(found.Id, found.Version, found.Kind, found.Role, CaseReadService.ConfidentialReporter, null, null, null)
        : new(
        found.Id, found.Version, found.Kind, found.Role, Masks.Name(protector.Reveal(found.Name)), Masks.Phone(protector.Reveal(found.Phone)),
        Masks.IdentityNumber(protector.Reveal(found.IdentityNumber)), Masks.Address(protector.Reveal(found.Address)));
}
