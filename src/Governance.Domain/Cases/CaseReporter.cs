using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>Who the reporter is, and who may know (A8, Personal Information Protection Law).</summary>
public sealed partial class Case
{
    /// <summary>要求保密: the reporter asked that nobody learn who reported.</summary>
    public bool ReporterConfidential { get; private set; }

    /// <summary>The reporter asked for it when the matter was logged.</summary>
    public void KeepReporterConfidential() => ReporterConfidential = true;

    /// <summary>要求保密, asked for later: recorded by whoever logged the case, receives matters at its place or handles it.</summary>
    /// <param name="actor">Whom the reporter told.</param>
    /// <param name="reason">When and how the reporter asked; required.</param>
    /// <param name="at">Now, UTC.</param>
    public Result KeepReporterConfidential(Actor actor, string reason, DateTimeOffset at)
    {
        if (!MayKeepConfidential(actor, Place, LeadBodyCode, _steps[0].ActorId))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (ReporterConfidential)
            return new CaseErrors.ConfidentialBefore();
        if (CheckReason(ref reason, "保密要求的来由") is { } refusal)
            return refusal;
        ReporterConfidential = true;
        Record(CaseStepKind.KeepConfidential, actor, at, reason, GroundKeys.DataPrivacy);
        return Result.Ok;
    }

    /// <summary>解除保密: only with the reporter's consent, recorded by those who may know who the reporter is.</summary>
    /// <param name="actor">To whom the reporter agreed.</param>
    /// <param name="consent">When and how the reporter agreed; required.</param>
    /// <param name="at">Now, UTC.</param>
    public Result EndReporterConfidence(Actor actor, string consent, DateTimeOffset at)
    {
        if (!ReporterConfidential)
            return new CaseErrors.NotConfidential();
        if (!MayKnowReporter(actor, ReporterConfidential, ManagingBodyCode))
            return new CaseErrors.ReporterConfidential { Ground = GroundKeys.DataPrivacy };
        if (CheckReason(ref consent, "反映人同意的情况") is { } refusal)
            return refusal;
        ReporterConfidential = false;
        Record(CaseStepKind.EndConfidence, actor, at, consent, GroundKeys.DataPrivacy);
        return Result.Ok;
    }

    /// <summary>Whether this person may record that the reporter asks to be kept confidential.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="place">Place of the case.</param>
    /// <param name="leadBodyCode">Body it is assigned to, or null.</param>
    /// <param name="registrarId">Account that logged it, or null.</param>
    public static bool MayKeepConfidential(Actor actor, Organisation.AreaCode place, string? leadBodyCode, Guid? registrarId) =>
        actor.May(Permission.AcceptCase, place)
        || (actor.May(Permission.HandleCase) && leadBodyCode is not null && actor.BodyCode == leadBodyCode)
        || (actor.May(Permission.RegisterCase) && registrarId == actor.UserId);

    /// <summary>
    /// A reporter who asked to be kept confidential is known only to those of the body that runs the case who receive matters; to nobody
    /// else, whatever the reason.
    /// </summary>
    /// <param name="actor">Who wants to know.</param>
    /// <param name="confidential">Whether the reporter asked.</param>
    /// <param name="managingBodyCode">Body that runs the case.</param>
    public static bool MayKnowReporter(Actor actor, bool confidential, string managingBodyCode) =>
        !confidential || (actor.BodyCode == managingBodyCode && actor.May(Permission.AcceptCase));
}
