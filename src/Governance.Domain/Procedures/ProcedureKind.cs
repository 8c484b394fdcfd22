using Governance.Domain.Organisation;

namespace Governance.Domain.Procedures;

/// <summary>A kind of procedure with its steps, outcomes and what each outcome opens: data of the pack.</summary>
public sealed record ProcedureKind
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is before the law.</summary>
    public required ProcedureNature Nature { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Who leads it.</summary>
    public required string Lead { get; init; }

    /// <summary>Name of the body that usually leads it, with places in braces; empty when there is no usual one.</summary>
    public required string Body { get; init; }

    /// <summary>True when both parties must agree to it.</summary>
    public required bool NeedsConsent { get; init; }

    /// <summary>True when it is about an administrative act, which must be named.</summary>
    public required bool NeedsAct { get; init; }

    /// <summary>True for 行政调解, whose matters a published list names (H39).</summary>
    public required bool IsAdministrative { get; init; }

    /// <summary>Keys of the departments whose matters it is made for; empty for any.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>What it takes to open it.</summary>
    public required string Needs { get; init; }

    /// <summary>The law it rests on; may be empty.</summary>
    public required string Law { get; init; }

    /// <summary>Its article; may be empty.</summary>
    public required string Article { get; init; }

    /// <summary>Steps, the first one opens it.</summary>
    public required IReadOnlyList<ProcedureStepRule> Steps { get; init; }

    /// <summary>How it can end.</summary>
    public required IReadOnlyList<ProcedureOutcomeRule> Outcomes { get; init; }

    /// <summary>One of the seven ways.</summary>
    public ProcedureWay Way => Nature.Way();

    /// <summary>《law》article, or empty.</summary>
    public string Basis => Citation(Law, Article);

    /// <summary>The places that <see cref="Body"/> may name.</summary>
    public static IReadOnlyList<(string Mark, DivisionLevel Level)> BodyPlaces { get; } =
    [
        ("{village}", DivisionLevel.Village), ("{township}", DivisionLevel.Township), ("{county}", DivisionLevel.County), ("{city}", DivisionLevel.City),
    ];

    /// <summary>The body that usually leads it at a place; empty when there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="nameOf">Name of a division; null when there is none.</param>
    public string BodyAt(AreaCode place, Func<AreaCode, string?> nameOf)
    {
        var body = Body;
        foreach (var (mark, level) in BodyPlaces.Where(p => body.Contains(p.Mark, StringComparison.Ordinal)))
        {
            if (level > place.Level || nameOf(place.AncestorAt(level)) is not { } name)
                return "";
            body = body.Replace(mark, name, StringComparison.Ordinal);
        }
        return body;
    }

    /// <summary>The step of that code; null when there is none.</summary>
    public ProcedureStepRule? FindStep(string code) => Steps.FirstOrDefault(s => s.Code == code);

    /// <summary>The outcome of that code; null when there is none.</summary>
    public ProcedureOutcomeRule? FindOutcome(string code) => Outcomes.FirstOrDefault(o => o.Code == code);

    /// <summary>The outcomes that a step leads to.</summary>
    public IEnumerable<ProcedureOutcomeRule> OutcomesFrom(string step) => Outcomes.Where(o => o.MayFollow(step));

    /// <summary>A law and an article as people cite them; empty without a law.</summary>
    public static string Citation(string law, string article) => law.Length == 0 ? "" : $"《{law}》{article}";
}

/// <summary>A step of a kind.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Name.</param>
/// <param name="Limit">Limit that begins with it; null when the running one goes on.</param>
/// <param name="StopsLimit">True when no limit runs from here on.</param>
/// <param name="Documents">Codes of the papers it is usually written with.</param>
/// <param name="Next">Codes of the steps that may follow.</param>
public sealed record ProcedureStepRule(
    string Code, string Name, ProcedureLimitRule? Limit, bool StopsLimit, IReadOnlyList<string> Documents, IReadOnlyList<string> Next);

/// <summary>A way a kind can end.</summary>
public sealed record ProcedureOutcomeRule
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it amounts to.</summary>
    public required ProcedureResult Result { get; init; }

    /// <summary>Codes of the steps it may follow; empty for any.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>True when the parties agreed on terms.</summary>
    public required bool IsAgreement { get; init; }

    /// <summary>True when the dispute is decided for good, but for the ways this outcome itself opens.</summary>
    public required bool IsFinal { get; init; }

    /// <summary>Time in which both parties may ask the court to confirm the agreement; null when they may not.</summary>
    public required ProcedureLimitRule? Confirmation { get; init; }

    /// <summary>What follows, in words.</summary>
    public required string Why { get; init; }

    /// <summary>The law; may be empty.</summary>
    public required string Law { get; init; }

    /// <summary>Its article; may be empty.</summary>
    public required string Article { get; init; }

    /// <summary>Ways it opens.</summary>
    public required IReadOnlyList<ProcedureNextWay> Ways { get; init; }

    /// <summary>True when it may follow that step.</summary>
    public bool MayFollow(string step) => From.Count == 0 || From.Contains(step);
}

/// <summary>A way that an outcome opens.</summary>
/// <param name="KindCode">The kind.</param>
/// <param name="Limit">Time in which it is open, or null.</param>
/// <param name="IsCounted">True when that time counts from the day of the outcome.</param>
/// <param name="Why">In words.</param>
/// <param name="Law">The law; may be empty.</param>
/// <param name="Article">Its article; may be empty.</param>
public sealed record ProcedureNextWay(string KindCode, ProcedureLimitRule? Limit, bool IsCounted, string Why, string Law, string Article);
