using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Restricted;

namespace Governance.Domain.Submissions;

/// <summary>
/// 来件: what somebody sent in over the web or the interface, until a person has decided what becomes of it (H43). It keeps the words as
/// they came; the case made of it has the facts as the reviewer saw them.
/// </summary>
public sealed class Submission
{
    private readonly List<SubmissionStep> _steps = [];
    private readonly List<SubmissionReader> _circle = [];

    private Submission()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>来件编号.</summary>
    public SubmissionNumber Number { get; private set; } = null!;

    /// <summary>Key of the source.</summary>
    public string SourceKey { get; private set; } = "";

    /// <summary>Name of the source at the time.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>Number at the source, unique within it.</summary>
    public string SourceNumber { get; private set; } = "";

    /// <summary>Fingerprint of what came, without the contact: a repeat must bring the same.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Channel of the case that may be made of it.</summary>
    public CaseChannel Channel { get; private set; }

    /// <summary>One line that names the matter.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the sender said.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Place; the city itself when the sender named none, so that the city's centre finds it.</summary>
    public AreaCode Area { get; private set; }

    /// <summary>Place in the sender's words.</summary>
    public string PlaceText { get; private set; } = "";

    /// <summary>Category proposed by the sender or from the words; null when neither says anything.</summary>
    public string? CategoryCode { get; private set; }

    /// <summary>Name of the contact, encrypted.</summary>
    public ProtectedText? ContactName { get; private set; }

    /// <summary>Phone of the contact, encrypted.</summary>
    public ProtectedText? ContactPhone { get; private set; }

    /// <summary>要求保密.</summary>
    public bool Confidential { get; private set; }

    /// <summary>What the protected form asked beyond the ordinary one, or null.</summary>
    public SubmissionIncident? Incident { get; private set; }

    /// <summary>Key of the pack's line that restricts it (限定知悉); null for an ordinary one.</summary>
    public string? RestrictionKey { get; private set; }

    /// <summary>Persons who may know of a restricted one until it has become a case; nobody until somebody has an account.</summary>
    public IReadOnlyList<SubmissionReader> Circle => _circle;

    /// <summary>Where it stands.</summary>
    public SubmissionState State { get; private set; }

    /// <summary>When it came, UTC; the clock of acceptance starts then.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When the limit for acceptance or refusal ends, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was decided on, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Number of the case it became, on its own or following another one.</summary>
    public CaseNumber? CaseNumber { get; private set; }

    /// <summary>True when it became a case on arrival, without a review.</summary>
    public bool OpenedAtOnce { get; private set; }

    /// <summary>Question the sender has not answered yet, the last reason of a refusal, or null.</summary>
    public string? Reply { get; private set; }

    /// <summary>Changes with every save; two people saving the same submission meet on it.</summary>
    public uint Version { get; private set; }

    /// <summary>The history, oldest first.</summary>
    public IReadOnlyList<SubmissionStep> Steps => _steps;

    /// <summary>Takes in what was sent.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="draft">Cleaned draft; refused with every fault at its field.</param>
    /// <param name="fingerprint">Fingerprint of the draft.</param>
    /// <param name="contact">Encrypted name and phone, each may be null.</param>
    /// <param name="area">The place, or the city.</param>
    /// <param name="category">Proposed category, or null.</param>
    /// <param name="acceptance">Counted limit for accepting it.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<Submission> Receive(
        SubmissionNumber number, SubmissionSource source, SubmissionDraft draft, string fingerprint, (ProtectedText? Name, ProtectedText? Phone) contact,
        AreaCode area, string? category, Deadline acceptance, DateTimeOffset at)
    {
        var errors = draft.Check();
        if (errors.Count > 0)
            return Result<Submission>.Refused(errors);
        return new Submission
        {
            Id = Guid.CreateVersion7(at),
            Number = number,
            SourceKey = source.Key,
            SourceName = source.Name,
            SourceNumber = draft.SourceNumber,
            Fingerprint = fingerprint,
            Channel = source.Channel,
            Title = draft.Title,
            Description = draft.Description,
            Area = area,
            PlaceText = draft.PlaceText,
            CategoryCode = category,
            ContactName = contact.Name,
            ContactPhone = contact.Phone,
            Confidential = draft.Confidential,
            State = SubmissionState.Pending,
            ReceivedAt = at,
            DueAt = acceptance.DueAt,
        };
    }

    /// <summary>限定知悉: only these persons may know of it, from the moment it came in.</summary>
    /// <param name="rule">The pack's line.</param>
    /// <param name="persons">The seats of its place; may be empty while nobody has an account.</param>
    public void Restrict(RestrictionRule rule, IEnumerable<CirclePerson> persons)
    {
        RestrictionKey = rule.Key;
        var seats = persons.DistinctBy(p => p.UserId).ToList();
        // Who stays keeps the row.
        _circle.RemoveAll(r => seats.TrueForAll(p => p.UserId != r.UserId));
        _circle.AddRange(seats.Where(p => !_circle.Exists(r => r.UserId == p.UserId)).Select(p => SubmissionReader.Of(Id, p)));
    }

    /// <summary>True when nothing stands between the account and the submission but the ordinary rules, or it is in the circle.</summary>
    public bool MayBeKnownTo(Guid account) => RestrictionKey is null || _circle.Exists(r => r.UserId == account);

    /// <summary>Keeps what the protected form asked.</summary>
    /// <param name="incident">The cleaned answers.</param>
    /// <param name="persons">Who was hurt and who did it, encrypted; each may be null.</param>
    public void Tell(IncidentDraft incident, (ProtectedText? Hurt, ProtectedText? Doers) persons) =>
        Incident = SubmissionIncident.Of(Id, incident, persons);

    /// <summary>受理: it became this case.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="made">Number of the case.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="onArrival">True when no person reviewed it.</param>
    public Result Accept(Actor actor, CaseNumber made, DateTimeOffset at, bool onArrival = false)
    {
        var taken = Take(SubmissionStepKind.Accept, actor, onArrival ? "来源可信，接收时直接登记" : $"登记为案件 {made.Value}", at);
        if (taken.IsOk)
            (CaseNumber, OpenedAtOnce) = (made, onArrival);
        return taken;
    }

    /// <summary>不予受理, with a reason the sender is told.</summary>
    public Result Refuse(Actor actor, string reason, DateTimeOffset at) => Take(SubmissionStepKind.Refuse, actor, reason, at);

    /// <summary>要求补充: asks the sender. The limit goes on running.</summary>
    public Result Ask(Actor actor, string question, DateTimeOffset at) => RestrictionKey is not null && !SubmissionSource.IsPublic(SourceKey)
        ? new SubmissionErrors.NobodyReadsIt()
        : Take(SubmissionStepKind.Ask, actor, question, at);

    /// <summary>补充: the sender answers the question.</summary>
    public Result Answer(Actor sender, string answer, DateTimeOffset at) => Take(SubmissionStepKind.Answer, sender, answer, at);

    /// <summary>并入: the matter is known already. It became a case of its own all the same, which follows the lead, so that its sender is answered too.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="made">Number of its case.</param>
    /// <param name="lead">Number of the case it follows.</param>
    /// <param name="at">Now, UTC.</param>
    public Result Merge(Actor actor, CaseNumber made, CaseNumber lead, DateTimeOffset at)
    {
        if (RestrictionKey is not null)
            return new RestrictedErrors.NotMerged();
        var taken = Take(SubmissionStepKind.Merge, actor, $"登记为案件 {made.Value}，并入 {lead.Value}", at);
        if (taken.IsOk)
            CaseNumber = made;
        return taken;
    }

    /// <summary>转交: gives it to the place it belongs to, whose office goes on with it.</summary>
    /// <param name="actor">Who knows the place.</param>
    /// <param name="place">The place.</param>
    /// <param name="placeName">Its name, for the history.</param>
    /// <param name="at">Now, UTC.</param>
    public Result HandOver(Actor actor, AreaCode place, string placeName, DateTimeOffset at)
    {
        if (place == Area)
            return new SubmissionErrors.NoNewPlace { Field = nameof(Area) };
        var taken = Take(SubmissionStepKind.HandOver, actor, $"转交 {placeName}", at);
        if (taken.IsOk)
            Area = place;
        return taken;
    }

    /// <summary>Where it stood after a step; after it came in when no step is named.</summary>
    public SubmissionState StateAfter(SubmissionStep? step) => _steps.Where(s => step is not null && s.Sequence <= step.Sequence)
        .OrderBy(s => s.Sequence).Aggregate(SubmissionState.Pending, (state, s) => SubmissionStepRule.For(s.Kind).To ?? state);

    private Result Take(SubmissionStepKind kind, Actor actor, string note, DateTimeOffset at)
    {
        var rule = SubmissionStepRule.For(kind);
        if (!rule.From.Contains(State))
            return new SubmissionErrors.WrongState(kind, State) { Ground = GroundKeys.CaseAccept };
        note = PlainText.Clean(note);
        if (rule.NoteLabel.Length > 0 && note.Length == 0)
            return new PlatformErrors.Required("Note", rule.NoteLabel) { Field = "Note" };
        if (note.Length > SubmissionStep.NoteLength)
            return new PlatformErrors.TooLong(rule.NoteLabel, SubmissionStep.NoteLength, note.Length) { Field = "Note" };
        State = rule.To ?? State;
        DecidedAt = State.IsOpen() ? null : at;
        Reply = kind switch
        {
            SubmissionStepKind.Ask or SubmissionStepKind.Refuse => note,
            SubmissionStepKind.HandOver => Reply,
            _ => null,
        };
        _steps.Add(SubmissionStep.Create(Id, _steps.Count + 1, kind, actor, at, note));
        return Result.Ok;
    }
}
