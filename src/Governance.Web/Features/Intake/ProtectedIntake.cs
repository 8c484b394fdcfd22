using Governance.Application.Cities;
using Governance.Domain.Restricted;

namespace Governance.Web.Features.Intake;

/// <summary>Whether the city has opened the protected form for reports of school bullying, and who reads them: data of the pack.</summary>
public sealed class ProtectedIntake(IReferenceData reference)
{
    /// <summary>Address of the form.</summary>
    public const string Path = "/report/bullying";

    /// <summary>The pack's line; null in a city without the form.</summary>
    public RestrictionRule? Rule => reference.Pack.Restrictions.FirstOrDefault(r => r.HasIntake);

    /// <summary>True when there is the form.</summary>
    public bool IsOpen => Rule is not null;

    /// <summary>Who reads a report, in the words people know, e.g. 综治中心、教育局.</summary>
    public string Readers => string.Join('、', (Rule?.Seats ?? []).Select(s => s.BodyKey).Distinct()
        .Select(key => reference.Pack.FindBodyFor(reference.Pack.Profile.AreaCode, key)?.ShortName).OfType<string>());
}
