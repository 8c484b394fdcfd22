using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.Domain.Leads;
using Governance.Domain.Platform;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Leads;

/// <summary>Departments that consult and the centre above them.</summary>
internal static class LeadSample
{
    public static readonly Actor UrbanHandler = Sample.Person(Role.DepartmentHandler, Sample.Urban.Code, Sample.Urban.Name, Sample.County);
    public static readonly Actor CentreStaff = Sample.Person(Role.CentreStaff, Sample.Centre.Code, Sample.Centre.Name, Sample.County);
    public static readonly Actor System = CentreStaff with { UserId = Guid.Empty, DisplayName = "系统" };

    public static readonly LeadDepartment Housing = LeadDepartment.Of(Sample.Housing);
    public static readonly LeadDepartment Urban = LeadDepartment.Of(Sample.Urban);

    public static Deadline Consultation(DateTimeOffset start) =>
        new(new TimeLimit("consult-default", 2, TimeLimitUnit.WorkingDay, "默认值"), start, start.AddDays(2), [], [], false);

    public static LeadSituation Question(params LeadDepartment[] departments) => new()
    {
        Departments = departments,
        Areas = [new LeadArea(Sample.Township, "海拉尔东路街道")],
        Centre = LeadDepartment.Of(Sample.Centre),
    };

    /// <summary>Dispatches an accepted case to the two departments.</summary>
    public static Case AskBoth(Case accepted)
    {
        var at = accepted.Steps[^1].At.AddMinutes(10);
        accepted.Assign(Sample.Clerk, Question(Housing, Urban), [], "", Consultation(at), at).Errors.ShouldBeEmpty();
        return accepted;
    }

    /// <summary>A case on which the two departments consult.</summary>
    public static Case Consulting() => Sample.In(CaseState.Consulting);

    /// <summary>Takes a step around the decision, as the person who normally does.</summary>
    public static Domain.Common.Result Take(Case subject, CaseStepKind step, Actor? actor = null, string note = "理由")
    {
        var at = subject.Steps[^1].At.AddMinutes(10);
        return step switch
        {
            CaseStepKind.AnswerConsultation => subject.AnswerConsultation(actor ?? UrbanHandler, Sample.Urban.Code, note, Sample.Centre, at),
            CaseStepKind.TakeMeasures => subject.TakeMeasures(actor ?? UrbanHandler, note, at),
            CaseStepKind.RaiseObjection => subject.RaiseObjection(actor ?? Sample.Handler, note, Sample.Centre, at),
            CaseStepKind.Designate => subject.Designate(actor ?? CentreStaff, Sample.Urban, note, at),
            CaseStepKind.RejectObjection => subject.RejectObjection(actor ?? CentreStaff, note, at),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }
}
