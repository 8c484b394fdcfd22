using Governance.Domain.Cases;

namespace Governance.Application.Cases;

/// <summary>What the form 登记 sends.</summary>
/// <param name="Facts">What the case is about.</param>
/// <param name="ReporterName">Name as given; may be empty.</param>
/// <param name="ReporterPhone">Phone as given; may be empty.</param>
/// <param name="SubmissionKey">Made once with the form: sending the form twice makes one case.</param>
/// <param name="AcceptAtOnce">保存并受理: accept in the same step when the person may.</param>
public sealed record RegisterCase(CaseFacts Facts, string? ReporterName, string? ReporterPhone, Guid SubmissionKey, bool AcceptAtOnce);

/// <summary>A step somebody wants to take.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Kind">The step.</param>
/// <param name="Note">Reason, result or answer.</param>
/// <param name="BodyCode">For 分派: the body.</param>
public sealed record TakeStep(Guid CaseId, uint Version, CaseStepKind Kind, string Note, string? BodyCode = null);

/// <summary>A correction of the facts.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Facts">The facts as they should be.</param>
public sealed record CorrectCase(Guid CaseId, uint Version, CaseFacts Facts);
