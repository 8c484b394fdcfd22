using Governance.Domain.Cases;
using Governance.Domain.Organisation;

namespace Governance.Application.Cases;

/// <summary>What the form 登记 sends.</summary>
/// <param name="Facts">What the case is about.</param>
/// <param name="ReporterName">Name as given; may be empty.</param>
/// <param name="ReporterPhone">Phone as given; may be empty.</param>
/// <param name="SubmissionKey">Made once with the form: sending the form twice makes one case.</param>
/// <param name="AcceptAtOnce">保存并受理: accept in the same step when the person may.</param>
public sealed record RegisterCase(CaseFacts Facts, string? ReporterName, string? ReporterPhone, Guid SubmissionKey, bool AcceptAtOnce)
{
    /// <summary>要求保密: the reporter asks that nobody learn who reported.</summary>
    public bool Confidential { get; init; }
}

/// <summary>A step somebody wants to take.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Kind">The step.</param>
/// <param name="Note">Reason, result or answer.</param>
/// <param name="BodyCode">For 分派: the competent department, the first of several.</param>
public sealed record TakeStep(Guid CaseId, uint Version, CaseStepKind Kind, string Note, string? BodyCode = null)
{
    /// <summary>For 分派: the other competent departments, when there are several.</summary>
    public IReadOnlyList<string> OtherBodyCodes { get; init; } = [];

    /// <summary>For 分派: further places the matter touches.</summary>
    public IReadOnlyList<AreaCode> OtherPlaces { get; init; } = [];

    /// <summary>For 结案: why the case is closed although procedures still run; empty when none does.</summary>
    public string DespiteProcedures { get; init; } = "";
}

/// <summary>A correction of the facts.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Facts">The facts as they should be.</param>
public sealed record CorrectCase(Guid CaseId, uint Version, CaseFacts Facts);
