using System.Globalization;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.SubTasks;

namespace Governance.Domain.Cases;

/// <summary>What the lead of a case asks of assisting units (协办任务).</summary>
public sealed partial class Case
{
    /// <summary>Most tasks that may be open at once.</summary>
    public const int MostOpenTasks = 10;

    private static readonly CaseState[] TaskStates = [CaseState.Dispatched, CaseState.Handling];

    /// <summary>Tasks of assisting units that are not ended; the result waits for them.</summary>
    public int OpenTasks { get; private set; }

    /// <summary>交办协办: gives a unit a task; from then on the unit may know of the case.</summary>
    /// <param name="actor">Who gives it: the lead, or who dispatches in the area.</param>
    /// <param name="body">The unit, competent for a place of the case.</param>
    /// <param name="words">What is asked.</param>
    /// <param name="dueAt">By when, UTC: after now, not after the case's own deadline.</param>
    /// <param name="at">Now, UTC.</param>
    public Result<SubTask> GiveTask(Actor actor, Body body, string words, DateTimeOffset dueAt, DateTimeOffset at)
    {
        if (!SubTaskRule.MayGive(actor, Place, LeadBodyCode))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.CasePromptMeasures };
        if (!TaskStates.Contains(State))
            return new CaseErrors.WrongState(CaseStepKind.GiveTask, State) { Ground = GroundKeys.CasePromptMeasures };
        if (body.Code == LeadBodyCode)
            return new SubTaskErrors.LeadItself { Field = "BodyCode" };
        if (!IsCompetent(body.Code, OtherPlaces))
            return new CaseErrors.BodyNotCompetent(body.Name) { Field = "BodyCode" };
        words = PlainText.Clean(words);
        if (words.Length == 0)
            return new CaseErrors.NoteRequired("协办要求") { Field = "Words" };
        if (words.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong("协办要求", CaseStep.NoteLength, words.Length) { Field = "Words" };
        // A late case still needs help; then the day alone is asked for.
        if (dueAt <= at || (DueAt > at && dueAt.ChinaDay() > DueAt.ChinaDay()))
            return new SubTaskErrors.BadDueDay(DueAt.ChinaDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Field = "DueDay" };
        if (OpenTasks >= MostOpenTasks)
            return new SubTaskErrors.TooMany(MostOpenTasks);

        var party = Party(LeadDepartment.Of(body));
        if (party.Role != LeadPartyRole.Lead)
            party.Become(LeadPartyRole.Assisting);
        OpenTasks++;
        Record(CaseStepKind.GiveTask, actor, at, words, GroundKeys.CasePromptMeasures, body.Name, dueAt);
        return SubTask.Give(this, actor, body, words, dueAt, at);
    }

    /// <summary>Takes a step on one of its tasks.</summary>
    /// <param name="task">The task.</param>
    /// <param name="kind">A step of <see cref="SubTaskRule"/>.</param>
    /// <param name="actor">Who takes it.</param>
    /// <param name="note">Accompanying words.</param>
    /// <param name="at">Now, UTC.</param>
    public Result TakeTaskStep(SubTask task, CaseStepKind kind, Actor actor, string note, DateTimeOffset at)
    {
        var rule = SubTaskRule.For(kind);
        if (!rule.MayBeTakenBy(actor, task.BodyCode, Place, LeadBodyCode))
            return new PlatformErrors.NotPermitted { Ground = GroundKeys.CasePromptMeasures };
        if (!rule.From.Contains(task.State))
            return new SubTaskErrors.WrongState(kind, task.State);
        note = PlainText.Clean(note);
        if (rule.NoteRequired && note.Length == 0)
            return new CaseErrors.NoteRequired(rule.NoteLabel) { Field = "Note" };
        if (note.Length > CaseStep.NoteLength)
            return new PlatformErrors.TooLong(rule.NoteLabel, CaseStep.NoteLength, note.Length) { Field = "Note" };

        task.Move(rule, note, at);
        if (!task.State.IsOpen())
            OpenTasks--;
        Record(kind, actor, at, note, GroundKeys.CasePromptMeasures, task.BodyName);
        return Result.Ok;
    }
}
