using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Parties;
using Governance.Domain.Platform;

namespace Governance.Application.Parties;

/// <summary>Writes participants (当事人) down, corrects and removes them. The trail tells that it was done, never who it was about.</summary>
public sealed class ParticipantService(IUnitOfWorkFactory units, IPersonalDataProtector protector, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    /// <summary>Longest address.</summary>
    public const int AddressLength = 200;

    /// <summary>Longest reason of a removal.</summary>
    public const int ReasonLength = 500;

    /// <summary>True when this person may keep the participants of a case at that place, led by that body.</summary>
    public static bool MayKeep(Actor actor, Domain.Organisation.AreaCode place, string? leadBodyCode) =>
        actor.May(Permission.KeepParticipants, place) || (actor.May(Permission.KeepParticipants) && leadBodyCode == actor.BodyCode);

    /// <summary>Adds a participant.</summary>
    public Task<Result<Guid>> AddAsync(Actor actor, AddParticipant command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, async (unit, found) =>
        {
            var facts = Read(command.Facts, nameRequired: true);
            if (!facts.IsOk)
                return Result<Guid>.Refused(facts.Errors);
            if (await unit.Participants.CountAsync(found.Id, ct) >= Participant.MostOfCase)
                return new ParticipantErrors.TooMany(Participant.MostOfCase);
            var (name, phone, number, address) = facts.Value;
            var added = Participant.Add(found.Id, command.Facts.Kind, command.Facts.Role, name!, phone, number, address, time.GetUtcNow());
            unit.Participants.Add(added);
            Audit(unit, actor, found, AuditActions.AddParticipant, Say(command.Facts));
            return added.Id;
        }, ct);

    /// <summary>Corrects a participant; what is left empty stays.</summary>
    public Task<Result<Guid>> CorrectAsync(Actor actor, CorrectParticipant command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, async (unit, found) =>
        {
            if (await unit.Participants.FindAsync(found.Id, command.Id, ct) is not { } participant)
                return new ParticipantErrors.NotFound();
            if (participant.Version != command.Version)
                return new ParticipantErrors.ChangedMeanwhile();
            var facts = Read(command.Facts, nameRequired: false);
            if (!facts.IsOk)
                return Result<Guid>.Refused(facts.Errors);
            var (name, phone, number, address) = facts.Value;
            participant.Correct(command.Facts.Kind, command.Facts.Role, name, phone, number, address);
            Audit(unit, actor, found, AuditActions.CorrectParticipant, Say(command.Facts));
            return participant.Id;
        }, ct);

    /// <summary>Removes a participant with all that is known; the reason stays in the trail.</summary>
    public Task<Result<Guid>> RemoveAsync(Actor actor, RemoveParticipant command, CancellationToken ct = default) =>
        ChangeAsync(actor, command.CaseId, async (unit, found) =>
        {
            var reason = PlainText.CleanLine(command.Reason);
            if (reason.Length == 0)
                return new CaseErrors.NoteRequired("移除原因") { Field = "Reason" };
            if (reason.Length > ReasonLength)
                return new PlatformErrors.TooLong("移除原因", ReasonLength, reason.Length) { Field = "Reason" };
            if (await unit.Participants.FindAsync(found.Id, command.Id, ct) is not { } participant)
                return new ParticipantErrors.NotFound();
            unit.Participants.Remove(participant);
            Audit(unit, actor, found, AuditActions.RemoveParticipant, $"{participant.Role.DisplayName()}；原因：{reason}");
            return participant.Id;
        }, ct);

    private Task<Result<Guid>> ChangeAsync(Actor actor, Guid caseId, Func<IUnitOfWork, Case, Task<Result<Guid>>> change, CancellationToken ct) =>
        units.ExecuteAsync<Guid>(async unit =>
        {
            var found = await unit.Cases.FindAsync(caseId, ct);
            if (found is null || !CaseVisibility.Of(actor).Allows(found))
                return new CaseErrors.NotFound();
            return MayKeep(actor, found.Place, found.LeadBodyCode)
                ? await change(unit, found)
                : new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        }, ct);

    private Result<(ProtectedText? Name, SealedText? Phone, SealedText? Number, ProtectedText? Address)> Read(ParticipantFacts facts, bool nameRequired)
    {
        var errors = new List<Error>();
        if (!Enum.IsDefined(facts.Kind))
            errors.Add(new PlatformErrors.Required(nameof(facts.Kind), "类型") { Field = nameof(facts.Kind) });
        if (!Enum.IsDefined(facts.Role))
            errors.Add(new PlatformErrors.Required(nameof(facts.Role), "身份") { Field = nameof(facts.Role) });
        var name = PlainText.CleanLine(facts.Name);
        if (nameRequired && name.Length == 0)
            errors.Add(new PlatformErrors.Required(nameof(facts.Name), "姓名或名称") { Field = nameof(facts.Name) });
        if (name.Length > NameLength)
            errors.Add(new PlatformErrors.TooLong("姓名或名称", NameLength, name.Length) { Field = nameof(facts.Name) });
        if (!PhoneNumber.TryParse(facts.Phone, out var phone))
            errors.Add(new CaseErrors.BadPhone(phone?.Length ?? 0) { Field = nameof(facts.Phone) });
        var number = CitizenId.Normal(facts.IdentityNumber);
        if (number.Length > 0 && Enum.IsDefined(facts.Kind) && !facts.Kind.Fits(number))
            errors.Add(new ParticipantErrors.BadNumber(facts.Kind.NumberName()) { Field = nameof(facts.IdentityNumber) });
        var address = PlainText.CleanLine(facts.Address);
        if (address.Length > AddressLength)
            errors.Add(new PlatformErrors.TooLong("地址", AddressLength, address.Length) { Field = nameof(facts.Address) });
        return errors.Count > 0
            ? Result<(ProtectedText?, SealedText?, SealedText?, ProtectedText?)>.Refused(errors)
            : (protector.Protect(name), Seal(PersonalDataUse.Phone, phone), Seal(PersonalDataUse.IdentityNumber, number), protector.Protect(address));
    }

    private SealedText? Seal(PersonalDataUse use, string? clear) =>
        protector.Protect(clear) is { } cipher ? new SealedText(cipher, protector.KeyedHash(use, clear!)) : null;

    private static string Say(ParticipantFacts facts) => $"{facts.Role.DisplayName()}，{facts.Kind.DisplayName()}";

    private static void Audit(IUnitOfWork unit, Actor actor, Case subject, string action, string detail) =>
        unit.Audit(actor, new AuditRecord(action, "case", subject.Number.Value, subject.Place, detail));
}
