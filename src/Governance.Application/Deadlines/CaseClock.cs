using Governance.Application.Cities;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;

namespace Governance.Application.Deadlines;

/// <summary>Chooses the time limit of a case from the city pack and counts it on the city's calendar.</summary>
public sealed class CaseClock(IReferenceData reference)
{
    /// <summary>The limit for accepting or refusing a registered case.</summary>
    public Deadline CountAcceptance(string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Accept, category, urgency, start);

    /// <summary>The limit for handling an accepted case.</summary>
    public Deadline CountHandling(string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Resolve, category, urgency, start);

    /// <summary>The time departments have to agree who leads (会商).</summary>
    public Deadline CountConsultation(string category, CaseUrgency urgency, DateTimeOffset start) =>
        Count(TimeLimitStage.Consult, category, urgency, start);

    /// <summary>Counts a limit that is already known, to show how its end was found.</summary>
    public Deadline Recount(TimeLimit limit, DateTimeOffset start) => reference.Calendar.Count(limit, start);

    private Deadline Count(TimeLimitStage stage, string category, CaseUrgency urgency, DateTimeOffset start)
    {
        var rule = reference.Pack.FindTimeLimit(stage, category, urgency)
            ?? throw new InvalidOperationException($"The city pack has no default time limit for {stage}.");
        return reference.Calendar.Count(new TimeLimit(rule.Id, rule.Value, rule.Unit, Basis(rule)), start);
    }

    private static string Basis(TimeLimitRule rule) => rule.Law.Length == 0
        ? rule.Note
        : $"《{rule.Law.Trim('《', '》')}》{rule.Article}";
}
