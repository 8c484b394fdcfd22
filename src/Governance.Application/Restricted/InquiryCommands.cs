using Governance.Domain.Restricted;

namespace Governance.Application.Restricted;

/// <summary>查证.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Conclusion">查证结论; null when none was chosen.</param>
/// <param name="Words">How it was verified and what came out.</param>
/// <param name="Measures">处理措施.</param>
public sealed record RecordFinding(Guid CaseId, uint Version, InquiryConclusion? Conclusion, string Words, string Measures);

/// <summary>反馈.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="Way">How; null when none was chosen.</param>
/// <param name="Words">What was said.</param>
/// <param name="SaidAt">When, UTC; null for now.</param>
/// <param name="IsReleased">True to show it on the look-up as well.</param>
public sealed record AnswerReporter(Guid CaseId, uint Version, InquiryReplyWay? Way, string Words, DateTimeOffset? SaidAt, bool IsReleased);

/// <summary>通报.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Version the person looked at.</param>
/// <param name="BodyCode">One of the bodies the pack names, at the place.</param>
/// <param name="Way">How; null when none was chosen.</param>
/// <param name="Words">What was said, without names.</param>
/// <param name="SaidAt">When, UTC; null for now.</param>
public sealed record NotifyBody(Guid CaseId, uint Version, string BodyCode, InquiryReplyWay? Way, string Words, DateTimeOffset? SaidAt);
