using System.Security.Cryptography;
using System.Text;
using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>What reviewers read of submissions, and what their senders are told.</summary>
public sealed class SubmissionReadService(ISubmissionQueries queries, IUnitOfWorkFactory units, IPersonalDataProtector protector)
{
    /// <summary>The menu counts no further.</summary>
    public const int CountBound = 999;

    /// <summary>A page of a list.</summary>
    public async Task<Result<Page<SubmissionRow>>> ListAsync(Actor actor, SubmissionCriteria criteria, PageRequest page, CancellationToken ct = default) =>
        actor.May(Permission.TriageSubmission)
            ? await queries.ListAsync(actor.Scope, criteria, page, ct)
            : new PlatformErrors.NotPermitted();

    /// <summary>How many wait for this person's office; 0 for a person who reviews nothing.</summary>
    public async Task<int> CountWaitingAsync(Actor actor, CancellationToken ct = default) =>
        actor.May(Permission.TriageSubmission) ? await queries.CountWaitingAsync(actor.Scope, CountBound, ct) : 0;

    /// <summary>The page of a submission.</summary>
    public async Task<Result<SubmissionDetail>> FindAsync(Actor actor, SubmissionNumber number, CancellationToken ct = default)
    {
        if (await queries.FindAsync(actor.May(Permission.TriageSubmission) ? actor.Scope : null, actor.UserId, number, ct) is not { } found)
            return new SubmissionErrors.NotFound();
        var mayDecide = actor.May(Permission.TriageSubmission, found.Area);
        var closed = found is { Confidential: true, CaseNumber: not null };
        var masked = closed ? CaseReadService.ConfidentialReporter : string.Join(' ', new[] { Masks.Name(protector.Reveal(found.ContactName)), Masks.Phone(protector.Reveal(found.ContactPhone)) }
            .Where(part => part is not null));
        return new SubmissionDetail(
            found, masked.Length == 0 ? null : masked,
            [.. SubmissionStepRule.All.Where(rule => mayDecide && rule.IsReviewers && rule.From.Contains(found.State) && Fits(rule.Kind, found))],
            masked.Length > 0 && !closed && actor.May(Permission.RevealReporter));
    }

    /// <summary>Name and phone of the contact in clear for a stated reason, with an audit entry saved before anything is given out.</summary>
    public async Task<Result<RevealedReporter>> RevealAsync(Actor actor, SubmissionNumber number, string reason, CancellationToken ct = default)
    {
        if (!actor.May(Permission.RevealReporter))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.DataPrivacy };
        if (Disclosure.Check(ref reason) is { } refusal)
            return refusal;
        var seen = await FindAsync(actor, number, ct);
        if (!seen.IsOk)
            return Result<RevealedReporter>.Refused(seen.Errors);
        var found = seen.Value.Submission;
        // Once it is a case, the case decides who may know a reporter who asked to be kept confidential.
        if (found is { Confidential: true, CaseNumber: not null })
            return new CaseErrors.ReporterConfidential { Ground = GroundKeys.DataPrivacy };
        return await Disclosure.GiveAsync(
            units, actor, new AuditRecord(AuditActions.RevealContact, "submission", number.Value, found.Area, ""), reason,
            () => new RevealedReporter(protector.Reveal(found.ContactName), protector.Reveal(found.ContactPhone)), ct);
    }

    /// <summary>
    /// The citizen's look-up by number and the last four digits of the phone, or the code an anonymous reporter was shown. Whatever does not fit, the answer is the same, so that
    /// neither numbers nor phones can be guessed one by one.
    /// </summary>
    public async Task<Result<SubmissionStatus>> LookUpAsync(string? number, string? secret, CancellationToken ct = default)
    {
        if (!SubmissionNumber.TryParse(number, out var parsed))
            return new SubmissionErrors.BadNumber { Field = "Number" };
        var code = ReporterCode.Read(secret);
        var tail = new string(PlainText.HalfWidth(secret).Where(char.IsAsciiDigit).ToArray());
        if (code is null && tail.Length != 4)
            return new PlatformErrors.Required("PhoneTail", "电话后四位（4 位数字），匿名举报的填查询码") { Field = "PhoneTail" };
        return await queries.LookUpAsync(parsed, ct) is { } found && (code is null ? EndsWith(found, tail) : HasCode(found, code))
            ? found with { ContactPhone = null }
            : new SubmissionErrors.LookupFailed();
    }

    private bool EndsWith(SubmissionStatus found, string tail) =>
        protector.Reveal(found.ContactPhone) is { Length: > 4 } phone && phone.EndsWith(tail, StringComparison.Ordinal);

    private bool HasCode(SubmissionStatus found, string code) => found is { IsOfProtectedForm: true, ContactPhone: null }
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(ReporterCode.Of(protector, found.SourceNumber)));

    // A restricted matter follows no other, and a system that sent it would not read a question.
    private static bool Fits(SubmissionStepKind kind, SubmissionRecord found) => found.RestrictionKey is null || kind switch
    {
        SubmissionStepKind.Merge => false,
        SubmissionStepKind.Ask => SubmissionSource.IsPublic(found.SourceKey),
        _ => true,
    };

    /// <summary>What a source sent: by its own number, else by ours; null when it sent nothing of the kind.</summary>
    public async Task<SubmissionStatus?> FindForSourceAsync(string sourceKey, string number, CancellationToken ct = default)
    {
        var asked = PlainText.CleanLine(number);
        if (asked.Length is 0 or > SubmissionDraft.SourceNumberLength)
            return null;
        var own = SubmissionNumber.TryParse(asked, out var parsed) ? parsed : null;
        if (await queries.FindForSourceAsync(sourceKey, asked, own, ct) is not { } found)
            return null;
        // Of a restricted matter the system that sent it learns how it stands and nothing else.
        return found.IsRestricted ? found with { ContactPhone = null, CaseNumber = null, Reply = null } : found with { ContactPhone = null };
    }
}
