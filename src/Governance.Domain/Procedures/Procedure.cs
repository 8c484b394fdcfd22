using System.Globalization;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>What it takes to open a procedure.</summary>
/// <param name="On">The day it began, in China.</param>
/// <param name="BodyName">Body that leads it.</param>
/// <param name="Mediator">Mediator, arbitrator or judge; may be empty.</param>
/// <param name="Act">The administrative act; empty for others.</param>
/// <param name="Amount">Sum in dispute, yuan, or null.</param>
/// <param name="BothAgree">Whether both parties agree; null when nobody said.</param>
/// <param name="Note">Accompanying words; may be empty.</param>
public sealed record ProcedureOpening(DateOnly On, string BodyName, string Mediator, string Act, decimal? Amount, bool? BothAgree, string Note)
{
    /// <summary>The mediator's entry in the register, or null for somebody outside it.</summary>
    public Guid? MediatorId { get; init; }

    /// <summary>The item of the published list, or null.</summary>
    public ProcedureItem? Item { get; init; }
}

/// <summary>
/// One of the seven ways that a case takes (H38): a kind of the pack, moved step by step, until one of its outcomes ends it. It lives beside
/// the case and knows it by its key.
/// </summary>
public sealed partial class Procedure
{
    /// <summary>Longest name of a body.</summary>
    public const int BodyNameLength = 80;

    /// <summary>Longest name of a mediator.</summary>
    public const int MediatorLength = 60;

    /// <summary>Longest name of an administrative act.</summary>
    public const int ActLength = 200;

    /// <summary>Largest sum of money.</summary>
    public const decimal MostAmount = 999_999_999_999.99m;

    private readonly List<ProcedureEntry> _entries = [];

    private Procedure()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Code of its kind.</summary>
    public string KindCode { get; private set; } = "";

    /// <summary>Name of the kind at the time.</summary>
    public string KindName { get; private set; } = "";

    /// <summary>What it is before the law.</summary>
    public ProcedureNature Nature { get; private set; }

    /// <summary>Code of the step it is at, or was at when it ended.</summary>
    public string StepCode { get; private set; } = "";

    /// <summary>Name of that step.</summary>
    public string StepName { get; private set; } = "";

    /// <summary>Body that leads it.</summary>
    public string BodyName { get; private set; } = "";

    /// <summary>Mediator, arbitrator or judge; may be empty.</summary>
    public string Mediator { get; private set; } = "";

    /// <summary>The mediator's entry in the register; null for somebody outside it.</summary>
    public Guid? MediatorId { get; private set; }

    /// <summary>The administrative act it is about; empty for others.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Sum in dispute, yuan; after an agreement the sum agreed on.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>When it was opened here, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When its outcome was written down, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The day of its outcome, in China.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Code of its outcome.</summary>
    public string? OutcomeCode { get; private set; }

    /// <summary>Name of its outcome.</summary>
    public string? OutcomeName { get; private set; }

    /// <summary>What the outcome amounts to.</summary>
    public ProcedureResult? Result { get; private set; }

    /// <summary>True when it decided the dispute for good.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>What the parties agreed on, or what was decided.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>Limit that runs, or null.</summary>
    public string? LimitId { get; private set; }

    /// <summary>Its first day, in China.</summary>
    public DateOnly? LimitFrom { get; private set; }

    /// <summary>When it ends, UTC; null when none runs or its value is not known.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>True when it was extended.</summary>
    public bool IsExtended { get; private set; }

    /// <summary>Changes with every save.</summary>
    public uint Version { get; private set; }

    /// <summary>Its course, oldest first.</summary>
    public IReadOnlyList<ProcedureEntry> Entries => _entries;

    /// <summary>True while it has no outcome.</summary>
    public bool IsRunning => EndedAt is null;

    /// <summary>启动: opens a procedure where no rule of the table forbids it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="opening">What it takes.</param>
    /// <param name="dossier">The case's other procedures.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="calendar">The city's calendar.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<Procedure> Open(
        Guid caseId, ProcedureKind kind, ProcedureOpening opening, ProcedureDossier dossier, Actor actor, WorkingCalendar calendar, DateTimeOffset at)
    {
        var (body, mediator, act, note) = (
            PlainText.CleanLine(opening.BodyName), PlainText.CleanLine(opening.Mediator), kind.NeedsAct ? PlainText.CleanLine(opening.Act) : "",
            PlainText.Clean(opening.Note));
        var errors = new List<Error>();
        Need(errors, nameof(opening.BodyName), "办理单位", body, BodyNameLength, true);
        Need(errors, nameof(opening.Mediator), "调解员（承办人）", mediator, MediatorLength, false);
        Need(errors, nameof(opening.Act), "行政行为", act, ActLength, kind.NeedsAct);
        Need(errors, "Note", "说明", note, ProcedureEntry.NoteLength, false);
        CheckAmount(errors, opening.Amount);
        if (opening.Item is not null && !kind.IsAdministrative)
            errors.Add(new ProcedureErrors.NotAdministrative { Field = nameof(opening.Item) });
        if (opening.On > at.ChinaDay())
            errors.Add(new ProcedureErrors.TooLate { Field = nameof(opening.On) });
        if (kind.NeedsConsent && opening.BothAgree is null)
            errors.Add(new ProcedureErrors.ConsentUnknown { Field = nameof(opening.BothAgree) });
        if (ProcedureRule.WhyNot(new ProcedureQuestion(kind, act, opening.BothAgree, dossier)) is { } rule)
            errors.Add(NotOpen(rule) with { Field = rule == ProcedureRule.BothPartiesAgree ? nameof(opening.BothAgree) : null });
        if (errors.Count > 0)
            return Result<Procedure>.Refused(errors);

        var first = kind.Steps[0];
        var opened = new Procedure
        {
            Id = Guid.CreateVersion7(at),
            CaseId = caseId,
            KindCode = kind.Code,
            KindName = kind.Name,
            Nature = kind.Nature,
            BodyName = body,
            Mediator = mediator,
            MediatorId = opening.MediatorId,
            Act = act,
            Amount = opening.Amount,
            OpenedAt = at,
        };
        opened.Set(opening.Item);
        opened.Enter(first, opening.On, calendar);
        opened.Record(ProcedureEntryKind.Open, first.Name, opening.On, actor, at, note, opened.DueAt);
        return opened;
    }

    /// <summary>A step that follows the present one.</summary>
    public Result Advance(ProcedureKind kind, string stepCode, DateOnly on, string note, Actor actor, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (!IsRunning)
            return new ProcedureErrors.Ended(OutcomeName!);
        if (kind.FindStep(stepCode) is not { } step || kind.FindStep(StepCode)?.Next.Contains(stepCode) != true)
            return new ProcedureErrors.WrongStep(kind.FindStep(stepCode)?.Name ?? stepCode, StepName);
        if (Check(on, at, ref note) is { Count: > 0 } errors)
            return Common.Result.Refused(errors);
        var before = DueAt;
        Enter(step, on, calendar);
        Record(ProcedureEntryKind.Step, step.Name, on, actor, at, note, DueAt == before ? null : DueAt);
        return Common.Result.Ok;
    }

    /// <summary>延长: gives the running limit a later end, once, within what the rule allows.</summary>
    public Result Extend(ProcedureLimitRule? limit, DateOnly until, string reason, Actor actor, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (!IsRunning)
            return new ProcedureErrors.Ended(OutcomeName!);
        if (limit is null || limit.Id != LimitId || DueAt is not { } due || limit.Extension.Length == 0)
            return new ProcedureErrors.NotExtendable();
        if (IsExtended)
            return new ProcedureErrors.ExtendedBefore();
        reason = PlainText.Clean(reason);
        var errors = new List<Error>();
        Need(errors, "Note", "延长理由", reason, ProcedureEntry.NoteLength, true);
        var end = ProcedureClock.End(until, calendar);
        if (end <= due)
            errors.Add(new ProcedureErrors.NotLater(Day(due.ChinaDay())) { Field = "Until" });
        else if (ProcedureClock.CountLongest(limit, due, calendar) is { } latest && end > latest)
            errors.Add(new ProcedureErrors.ExtendedTooFar(Day(latest.ChinaDay())) { Field = "Until" });
        if (errors.Count > 0)
            return Common.Result.Refused(errors);
        (DueAt, IsExtended) = (end, true);
        Record(ProcedureEntryKind.Extend, $"延长：{limit.Name}", at.ChinaDay(), actor, at, reason, end);
        return Common.Result.Ok;
    }

    /// <summary>结束: with one of the outcomes that the present step leads to.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="outcomeCode">The outcome.</param>
    /// <param name="on">Its day; for an agreement the day it took effect.</param>
    /// <param name="terms">What was agreed on or decided; required for a result.</param>
    /// <param name="amount">Sum agreed on, or null.</param>
    /// <param name="actor">Who writes it down.</param>
    /// <param name="calendar">The city's calendar.</param>
    /// <param name="at">Now, UTC.</param>
    public Result End(
        ProcedureKind kind, string outcomeCode, DateOnly on, string terms, decimal? amount, Actor actor, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (!IsRunning)
            return new ProcedureErrors.Ended(OutcomeName!);
        if (kind.FindOutcome(outcomeCode) is not { } outcome || !outcome.MayFollow(StepCode))
            return new ProcedureErrors.WrongOutcome(kind.FindOutcome(outcomeCode)?.Name ?? outcomeCode, StepName) { Field = "Outcome" };
        terms = PlainText.Clean(terms);
        var errors = new List<Error>();
        Need(errors, "Note", outcome.IsAgreement ? "协议内容" : "结果说明", terms, ProcedureEntry.NoteLength, true);
        CheckAmount(errors, amount);
        CheckDay(errors, on, at);
        if (errors.Count > 0)
            return Common.Result.Refused(errors);

        (EndedAt, EndedOn, OutcomeCode, OutcomeName) = (at, on, outcome.Code, outcome.Name);
        (Result, IsFinal, Terms, Amount) = (outcome.Result, outcome.IsFinal, terms, amount ?? Amount);
        if (outcome is { IsAgreement: true, Confirmation: { } window })
            ConfirmUntil = ProcedureClock.Count(window, on, calendar);
        Record(ProcedureEntryKind.End, outcome.Name, on, actor, at, terms, ConfirmUntil);
        return Common.Result.Ok;
    }

    /// <summary>As the rules see it.</summary>
    /// <param name="kind">Its kind; null when the pack no longer has it.</param>
    public ProcedureStanding Standing(ProcedureKind? kind) => new(
        KindCode, KindName, Nature, Act, Result, IsFinal,
        OutcomeCode is { } code ? [.. (kind?.FindOutcome(code)?.Ways ?? []).Select(w => w.KindCode)] : []);

    /// <summary>The refusal that a rule of the table gives.</summary>
    public static ProcedureErrors.NotOpen NotOpen(ProcedureRule rule) => new(
        rule.Basis.Length == 0 ? $"{rule.Sentence}。" : $"{rule.Sentence}。依据：{rule.Basis}。");

    private void Enter(ProcedureStepRule step, DateOnly on, WorkingCalendar calendar)
    {
        (StepCode, StepName) = (step.Code, step.Name);
        if (step.Limit is { } limit)
            (LimitId, LimitFrom, DueAt, IsExtended) = (limit.Id, on, ProcedureClock.Count(limit, on, calendar), false);
        else if (step.StopsLimit)
            (LimitId, LimitFrom, DueAt, IsExtended) = (null, null, null, false);
    }

    private List<Error> Check(DateOnly on, DateTimeOffset at, ref string note)
    {
        note = PlainText.Clean(note);
        var errors = new List<Error>();
        Need(errors, "Note", "说明", note, ProcedureEntry.NoteLength, false);
        CheckDay(errors, on, at);
        return errors;
    }

    private void CheckDay(List<Error> errors, DateOnly on, DateTimeOffset at)
    {
        var last = _entries.Where(e => e.Kind is ProcedureEntryKind.Open or ProcedureEntryKind.Step or ProcedureEntryKind.End).Max(e => e.On);
        if (on < last)
            errors.Add(new ProcedureErrors.TooEarly(Day(last)) { Field = "On" });
        else if (on > at.ChinaDay())
            errors.Add(new ProcedureErrors.TooLate { Field = "On" });
    }

    private static void CheckAmount(List<Error> errors, decimal? amount)
    {
        if (amount is { } sum && (sum < 0 || sum > MostAmount || sum != decimal.Round(sum, 2)))
            errors.Add(new ProcedureErrors.BadAmount { Field = nameof(Amount) });
    }

    private static void Need(List<Error> errors, string field, string label, string text, int most, bool required)
    {
        if (required && text.Length == 0)
            errors.Add(new PlatformErrors.Required(field, label) { Field = field });
        else if (text.Length > most)
            errors.Add(new PlatformErrors.TooLong(label, most, text.Length) { Field = field });
    }

    private void Record(ProcedureEntryKind kind, string title, DateOnly on, Actor actor, DateTimeOffset at, string note, DateTimeOffset? dueAt) =>
        _entries.Add(ProcedureEntry.Create(Id, _entries.Count + 1, kind, PlainText.Cut(title, ProcedureEntry.TitleLength), on, actor, at, note, dueAt));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
