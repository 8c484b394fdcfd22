using Governance.Domain.Platform;

namespace Governance.Domain.Cases;

/// <summary>Who the reporter is, and who may know (A8, Personal Information Protection Law).</summary>
public sealed partial class Case
{
    /// <summary>要求保密: the reporter asked that nobody learn who reported.</summary>
    public bool ReporterConfidential { get; private set; }

    /// <summary>The reporter asks to be kept confidential; that is not taken back.</summary>
    public void KeepReporterConfidential() => ReporterConfidential = true;

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
