using System.Linq.Expressions;
using Governance.Application.Cases;
using Governance.Application.Leads;
using Governance.Domain.Cases;

namespace Governance.Infrastructure.Cases;

/// <summary>
/// What the screens read of a case. Kept, not written in the queries: there each read would make the tree anew, and looking up its
/// properties one by one cost more than reading fifty rows.
/// </summary>
internal static class CaseRows
{
    /// <summary>A row of a list.</summary>
    public static readonly Expression<Func<Case, CaseRow>> ToRow = c => new CaseRow(
        c.Id, c.Number, c.Title, c.State, c.Urgency, c.CategoryCode, c.Channel, c.Place, c.LeadBodyName, c.RegisteredAt, c.DueAt, c.ClosedAt,
        c.ReopenCount, c.UrgedAt)
    {
        StepDueAt = c.StepDueAt, RepeatCount = c.RepeatCount, PausedUntil = c.PausedUntil, Supervision = c.Supervision, IsRestricted = c.IsRestricted,
    };

    /// <summary>The head over each tab.</summary>
    public static readonly Expression<Func<Case, CaseHead>> ToHead = c => new CaseHead(
        c.Id, c.Version, c.Number, c.Title, c.State, c.Urgency, c.CategoryCode, c.Place, c.ManagingBodyCode, c.LeadBodyCode, c.LeadBodyName,
        c.RegisteredAt, c.DueAt, c.ClosedAt, c.UrgedAt)
    {
        RepeatCount = c.RepeatCount, IsRestricted = c.IsRestricted, ReporterConfidential = c.ReporterConfidential,
    };

    /// <summary>The detail page, with timeline and parties.</summary>
    public static readonly Expression<Func<Case, CaseDetailRecord>> ToDetail = c => new CaseDetailRecord(
        c.Id, c.Version, c.Number, c.Title, c.Description, c.Place, c.PlaceDetail, c.CategoryCode, c.Channel, c.Urgency,
        c.State, c.RegisteredAt, c.ClosedAt, c.ClockStartedAt, c.DueAt, c.Limit, c.ManagingBodyCode, c.LeadBodyCode,
        c.LeadBodyName, c.ResultById, c.Answer, c.ReopenCount, c.ReporterName, c.ReporterPhone,
        c.Steps.OrderBy(s => s.Sequence).Select(s => new CaseStepRecord(
            s.Sequence, s.Kind, s.At, s.ActorName, s.BodyName, s.Note, s.Ground, s.TargetBodyName, s.DueAt, s.Facts, s.Mentions)).ToList(),
        c.TurnBodyCode, c.ConsultUntil, c.OtherPlaces,
        c.Parties.OrderBy(p => p.Position).Select(p => new LeadPartyRecord(
            p.BodyCode, p.BodyName, p.Position, p.Role, p.ProposedCode, p.ProposedName, p.Reason, p.AnsweredAt, p.ObjectedAt)).ToList(),
        c.Satisfaction, c.SatisfactionAt, c.UrgedAt)
    {
        StepDueAt = c.StepDueAt, RepeatCount = c.RepeatCount, IsMerged = c.MergedIntoId != null, PausedUntil = c.PausedUntil,
        Supervision = c.Supervision, IsRestricted = c.IsRestricted, ReporterConfidential = c.ReporterConfidential,
        RegistrarId = c.Steps.Where(s => s.Sequence == 1).Select(s => s.ActorId).FirstOrDefault(),
    };
}
