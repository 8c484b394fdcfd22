using System.Globalization;
using Governance.Application.Cities;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.Cases;

/// <summary>How the facts of a case are said on every page: places, categories, deadlines, moments.</summary>
public sealed class CaseLabels(IReferenceData reference, TimeProvider time)
{
    /// <summary>County, township and village, as a person says a place; the city's name for the city itself.</summary>
    public string Place(AreaCode place) =>
        reference.Pack.PlaceName(place) is { Length: > 0 } name ? name : reference.Pack.FindDivision(place)?.Name ?? reference.Pack.Profile.Name;

    /// <summary>Name of the city, for the head of a paper.</summary>
    public string CityName => reference.Pack.Profile.Name;

    /// <summary>Leaf and top category.</summary>
    public string Category(string code) => reference.Pack.CategoryName(code);

    /// <summary>Leaf category alone, for narrow columns.</summary>
    public string CategoryLeaf(string code) => reference.Pack.CategoryByCode(code)?.Name ?? code;

    /// <summary>Name of a body.</summary>
    public string Body(string code) => reference.Pack.FindBody(code)?.Name ?? "—";

    /// <summary>What a rule rests on in this city.</summary>
    public Ground? Ground(string? key) => key is null ? null : reference.Pack.FindGround(key);

    /// <summary>A running deadline in a person's words; for a closed case whether it was in time.</summary>
    public DeadlineStatus Deadline(CaseState state, DateTimeOffset dueAt, DateTimeOffset? closedAt) => state.IsOpen()
        ? DeadlineStatus.Of(dueAt, time.GetUtcNow(), reference.Calendar)
        : state == CaseState.Merged ? new DeadlineStatus("随主案", DeadlineUrgency.Calm)
        : closedAt is { } closed
            ? closed <= dueAt ? new DeadlineStatus("按期办结", DeadlineUrgency.Calm) : new DeadlineStatus("超期办结", DeadlineUrgency.Late)
            : new DeadlineStatus("不计期限", DeadlineUrgency.Calm);

    /// <summary>The limit of the step a case is in, in a person's words; null without one.</summary>
    public DeadlineStatus? StepDeadline(DateTimeOffset? stepDueAt) =>
        stepDueAt is { } due ? DeadlineStatus.Of(due, time.GetUtcNow(), reference.Calendar) : null;

    /// <summary>Whose step is late, e.g. <c>签收超时</c>; null while it is in time.</summary>
    public string? StepLate(CaseState state, DateTimeOffset? stepDueAt) =>
        stepDueAt < time.GetUtcNow() && StepStage.Of(state) is { } stage ? $"{stage.DisplayName()}超时" : null;

    /// <summary>A running deadline in a person's words.</summary>
    public DeadlineStatus Due(DateTimeOffset dueAt) => DeadlineStatus.Of(dueAt, time.GetUtcNow(), reference.Calendar);

    /// <summary>Colour of a deadline.</summary>
    public static TagTone Tone(DeadlineStatus status) => status.Urgency switch
    {
        DeadlineUrgency.Late => TagTone.Late,
        DeadlineUrgency.Soon => TagTone.Warn,
        _ => TagTone.Plain,
    };

    /// <summary>Colour of a state.</summary>
    public static TagTone Tone(CaseState state) => state switch
    {
        CaseState.Handling or CaseState.Dispatched => TagTone.Active,
        CaseState.Verifying or CaseState.Verified => TagTone.Good,
        CaseState.Registered or CaseState.Accepted or CaseState.Consulting or CaseState.Deciding => TagTone.Warn,
        _ => TagTone.Plain,
    };

    /// <summary>Date and time in China, the year only when it is not this one.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var china = moment.ToChina();
        var format = china.Year == time.GetUtcNow().ToChina().Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return china.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Full date and time in China.</summary>
    public static string FullMoment(DateTimeOffset moment) => moment.ToChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
