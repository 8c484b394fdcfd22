using Governance.Domain.Organisation;

namespace Governance.Domain.Cities;

/// <summary>A trade whose disputes have a mediation committee of their own (行业性、专业性调解, H40).</summary>
/// <param name="Name">Name of the disputes, e.g. 物业服务纠纷.</param>
/// <param name="Categories">Codes of the categories that belong to it.</param>
/// <param name="Ground">Key of the ground that names it.</param>
public sealed record MediationTrade(string Name, IReadOnlyList<string> Categories, string Ground);

/// <summary>A matter of administrative mediation as the pack proposes it for the city's first list (行政调解事项, H39).</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Categories">Codes of the categories whose cases it fits.</param>
/// <param name="Levels">Levels at which it is mediated (办理层级).</param>
/// <param name="BodyKey">Key of the body that mediates (实施主体), see <see cref="Body.Key"/>.</param>
/// <param name="Remedy">What is open when mediation fails (救济途径).</param>
/// <param name="Law">Law and article it rests on; empty when the city has still to name it.</param>
/// <param name="Status">Whether that was seen in the text of the law.</param>
public sealed record MediationItemTemplate(
    string Matter, IReadOnlyList<string> Categories, IReadOnlyList<DivisionLevel> Levels, string BodyKey, string Remedy, string Law,
    TimeLimitStatus Status);
