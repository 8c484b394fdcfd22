using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Domain.Attachments;

/// <summary>Who may add and take off files of a case that the person may know of.</summary>
public static class AttachmentRule
{
    /// <summary>True when the person may add files: who works on cases, until the case is in the archive.</summary>
    public static bool MayAdd(Actor actor, CaseState state) => actor.May(Permission.AttachFiles) && state != CaseState.Archived;

    /// <summary>True when the person may take the file off: who added it, and who runs the cases of the place.</summary>
    public static bool MayRemove(Actor actor, CaseState state, AreaCode place, Guid addedById) =>
        state != CaseState.Archived
        && ((actor.UserId == addedById && actor.May(Permission.AttachFiles)) || actor.May(Permission.AcceptCase, place));

    /// <summary>Why the person may not add.</summary>
    public static Error? RefusesToAdd(Actor actor, CaseState state) => MayAdd(actor, state)
        ? null
        : state == CaseState.Archived ? new AttachmentErrors.Archived() : new PlatformErrors.NotPermitted();
}
