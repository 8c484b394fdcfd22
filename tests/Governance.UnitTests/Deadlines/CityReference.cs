using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Domain.Cities;
using Governance.Domain.Deadlines;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Deadlines;

/// <summary>Hohhot's pack and calendar as the services see them, with other limits or days where a test wants them.</summary>
internal sealed class CityReference : IReferenceData
{
    public CityPack Pack { get; set; } = Packs.Hohhot;

    public WorkingCalendar Calendar { get; set; } = RealCalendar.Hohhot;

    public CaseClock Clock => new(this);

    /// <summary>The pack with these limits in front of its own.</summary>
    public static CityReference With(params TimeLimitRule[] limits)
    {
        string[] given = [.. limits.Select(Subject)];
        return new CityReference
        {
            Pack = new CityPack(Packs.Hohhot.Contents with { TimeLimits = [.. limits, .. Packs.Hohhot.TimeLimits.Where(r => !given.Contains(Subject(r)))] }),
        };
    }

    public static TimeLimitRule Rule(
        TimeLimitStage stage, int value, TimeLimitUnit unit, TimeLimitCount count = TimeLimitCount.EachVisit, string? area = null, string? category = null,
        CaseUrgency? urgency = null) => new(
            $"{stage}-{area}-{category}-{urgency}", stage, area is null ? null : Domain.Organisation.AreaCode.Parse(area), category, urgency, value, unit, count,
            "", "", TimeLimitBasis.City, TimeLimitStatus.Verified, "本市规定");

    private static string Subject(TimeLimitRule rule) => $"{rule.Stage}/{rule.Area}/{rule.Category}/{rule.Urgency}";
}
