using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;
using Governance.Domain.Submissions;

namespace Governance.Application.Restricted;

/// <summary>One restricted case of the own circles.</summary>
public sealed record RestrictedRow(
    Guid Id, CaseNumber Number, string Title, string Kind, CaseState State, CaseUrgency Urgency, AreaCode Place, string? LeadBodyName,
    DateTimeOffset RegisteredAt, DateTimeOffset DueAt, DateTimeOffset? ClosedAt, bool IsKeeper);

/// <summary>What remains to whoever registered a restricted case: its number, since when it is handed over, and to whom. Nothing of its content.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="HandedOverAt">When it was handed over, UTC.</param>
/// <param name="To">Body that keeps it.</param>
public sealed record RestrictionReceipt(string Number, DateTimeOffset HandedOverAt, string To);

/// <summary>The page 限定知悉: the cases and submissions of the own circles, and the receipts of what one registered.</summary>
public sealed record RestrictedCases(
    IReadOnlyList<RestrictedRow> Rows, IReadOnlyList<SubmissionRow> Submissions, IReadOnlyList<RestrictionReceipt> Receipts)
{
    /// <summary>Most cases and receipts shown.</summary>
    public const int Most = 200;
}

/// <summary>One person of a circle, as shown.</summary>
public sealed record CircleRow(Guid UserId, string Name, string BodyName, bool IsKeeper, DateTimeOffset AddedAt, string AddedBy)
{
    /// <summary>Body of the person at that time.</summary>
    public string BodyCode { get; init; } = "";
}

/// <summary>A case's restriction as it stands, for its tab.</summary>
/// <param name="IsRestricted">True while only the circle knows of it.</param>
/// <param name="Kind">What it is called; null for a case that never was restricted.</param>
/// <param name="RuleKey">The pack's line, or null.</param>
/// <param name="Keeper">Body that keeps the circle.</param>
/// <param name="Reason">Why.</param>
/// <param name="RestrictedAt">Since when, UTC.</param>
/// <param name="LiftedAt">When it was lifted, UTC.</param>
/// <param name="Circle">The circle, keepers first.</param>
/// <param name="HandOver">To whom it was handed over, or null.</param>
public sealed record RestrictionRecord(
    bool IsRestricted, string? Kind, string? RuleKey, string? Keeper, string? Reason, DateTimeOffset? RestrictedAt, DateTimeOffset? LiftedAt,
    IReadOnlyList<CircleRow> Circle, HandOverRecord? HandOver = null);

/// <summary>The hand-over of a case.</summary>
public sealed record HandOverRecord(
    string BodyName, string HandedOverBy, DateTimeOffset HandedOverAt, int ReceiptHours, string? ReceiptNumber, string? ReceivedBy,
    DateTimeOffset? ReceivedAt)
{
    /// <summary>Names of the handlers there; empty where they work outside the portal.</summary>
    public string Handlers { get; init; } = "";
}

/// <summary>The tab 限定知悉 of a case.</summary>
/// <param name="Record">What is stored.</param>
/// <param name="MayRestrict">True when this person may restrict the case.</param>
/// <param name="IsKeeper">True when this person keeps its circle.</param>
public sealed record RestrictionView(RestrictionRecord Record, bool MayRestrict, bool IsKeeper)
{
    /// <summary>Body the case is to be handed over to; null where nothing is handed over.</summary>
    public string? HandOverTo { get; init; }

    /// <summary>True when this person may hand it over.</summary>
    public bool MayHandOver => HandOverTo is not null && IsKeeper && Record.HandOver is null;

    /// <summary>True when this person may record the receipt.</summary>
    public bool MayConfirm => Record.HandOver is { ReceivedAt: null };
}

/// <summary>Reads about restricted cases.</summary>
public interface IRestrictedQueries
{
    /// <summary>The cases of an account's circles, open ones first, what is due soonest first.</summary>
    Task<IReadOnlyList<RestrictedRow>> ListAsync(Guid account, int most, CancellationToken ct);

    /// <summary>The receipts of an account, the newest first.</summary>
    Task<IReadOnlyList<RestrictionReceipt>> ReceiptsAsync(Guid account, int most, CancellationToken ct);

    /// <summary>The receipt of one case, when the account registered it and it is restricted.</summary>
    Task<RestrictionReceipt?> ReceiptAsync(Guid account, string number, CancellationToken ct);

    /// <summary>The restriction of a case, or null when there is no case this person may know of.</summary>
    Task<RestrictionRecord?> FindAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>The inquiry of a case: whether there is such a case this person may know of, and its inquiry, or null when it needs none.</summary>
    Task<(bool IsThere, InquiryRecord? Found)> FindInquiryAsync(CaseVisibility visibility, Guid caseId, CancellationToken ct);

    /// <summary>Persons of a submission, when the account is in its circle, or may know of the case it became; null for every other.</summary>
    Task<IncidentFound?> FindIncidentAsync(CaseVisibility visibility, SubmissionNumber number, CancellationToken ct);

    /// <summary>What the reporter of a restricted case is told; null when it is not restricted.</summary>
    Task<ReporterAnswer?> FindAnswerAsync(CaseNumber number, CancellationToken ct);

    /// <summary>Accounts in use of a body, of these roles, by name.</summary>
    Task<IReadOnlyList<Colleague>> FindPeopleOfAsync(string bodyCode, IReadOnlyList<Role> roles, int most, CancellationToken ct);

    /// <summary>Accounts in use whose name or body fits, of these roles.</summary>
    Task<IReadOnlyList<Colleague>> FindColleaguesAsync(string text, IReadOnlyList<Role> roles, int most, CancellationToken ct);
}

/// <summary>What people see of restricted cases.</summary>
public sealed class RestrictedReadService(IRestrictedQueries queries, ISubmissionQueries submissions, IReferenceData reference)
{
    private const int MostOfBody = 60;

    private static readonly Role[] MemberRoles = [.. Roles.All.Where(RestrictionByCategory.IsMemberMaterial)];

    /// <summary>The page 限定知悉.</summary>
    public async Task<Result<RestrictedCases>> ListAsync(Actor actor, CancellationToken ct = default) =>
        RestrictionByCategory.IsMemberMaterial(actor)
            ? new RestrictedCases(
                await queries.ListAsync(actor.UserId, RestrictedCases.Most, ct), await submissions.ListRestrictedAsync(actor.UserId, RestrictedCases.Most, ct),
                await queries.ReceiptsAsync(actor.UserId, RestrictedCases.Most, ct))
            : new PlatformErrors.NotPermitted();

    /// <summary>How many restricted submissions of the own circles wait for a decision.</summary>
    public async Task<int> CountWaitingAsync(Actor actor, CancellationToken ct = default) =>
        actor.May(Permission.TriageSubmission) ? await submissions.CountRestrictedAsync(actor.UserId, ct) : 0;

    /// <summary>The receipt of a case this person registered; null for every other case.</summary>
    public Task<RestrictionReceipt?> ReceiptAsync(Actor actor, CaseNumber number, CancellationToken ct = default) =>
        queries.ReceiptAsync(actor.UserId, number.Value, ct);

    /// <summary>The tab of a case.</summary>
    public async Task<Result<RestrictionView>> FindAsync(Actor actor, CaseHead head, CancellationToken ct = default) =>
        await queries.FindAsync(CaseVisibility.Of(actor), head.Id, ct) is { } found
            ? new RestrictionView(
                found, !found.IsRestricted && actor.May(Permission.RestrictCase, head.Place),
                found.Circle.Any(m => m.UserId == actor.UserId && m.IsKeeper))
            {
                HandOverTo = found.IsRestricted && reference.Pack.FindRestriction(found.RuleKey)?.HandOverBody is { } key
                    ? reference.Pack.FindBodyFor(head.Place, key)?.Name
                    : null,
            }
            : new CaseErrors.NotFound();

    /// <summary>People who can be let into a circle; for its keepers.</summary>
    public async Task<IReadOnlyList<Colleague>> FindColleaguesAsync(Actor actor, CaseHead head, string typed, CancellationToken ct = default)
    {
        typed = PlainText.CleanLine(PlainText.Cut(typed, 40));
        var view = await FindAsync(actor, head, ct);
        return typed.Length == 0 || !view.IsOk || !view.Value.IsKeeper ? [] : await queries.FindColleaguesAsync(typed, MemberRoles, 12, ct);
    }

    /// <summary>People of a body that can be named as handlers (指定承办人); for the keepers of the circle.</summary>
    public async Task<IReadOnlyList<Colleague>> FindPeopleOfAsync(Actor actor, CaseHead head, string bodyCode, CancellationToken ct = default)
    {
        var view = await FindAsync(actor, head, ct);
        return view.IsOk && view.Value.IsKeeper ? await queries.FindPeopleOfAsync(bodyCode, MemberRoles, MostOfBody, ct) : [];
    }

    /// <summary>The kinds of the pack that somebody may name by hand.</summary>
    public IReadOnlyList<RestrictionRule> Kinds => reference.Pack.Restrictions;
}
