namespace Governance.Domain.Organisation;

/// <summary>
/// A body that takes part in governance: a centre, a department, a township office, a village committee. Expanded from the
/// templates of the city pack, one for each division the template fits.
/// </summary>
public sealed class Body
{
    private Body()
    {
    }

    /// <summary>Stable text key <c>area code-key</c>, e.g. <c>150102000000-housing</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Full name, e.g. 新城区住房和城乡建设局.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name for lists and buttons, e.g. 住建局.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>What sort of body.</summary>
    public BodyKind Kind { get; private set; }

    /// <summary>Key of the template, the same for the same function at every level, e.g. <c>housing</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The division the body works for.</summary>
    public AreaCode AreaCode { get; private set; }

    /// <summary>Level of that division.</summary>
    public DivisionLevel Level { get; private set; }

    /// <summary>What the body is competent for, in a few words for the person who dispatches.</summary>
    public string Competence { get; private set; } = "";

    /// <summary>The stable code of the body that does the job <paramref name="key"/> in <paramref name="area"/>.</summary>
    public static string CodeOf(AreaCode area, string key) => $"{area.Value}-{key}";

    /// <summary>The division a body's code begins with; null when the text is no body code.</summary>
    public static AreaCode? AreaOf(string code) =>
        code.Length > AreaCode.Length && AreaCode.TryParse(code[..AreaCode.Length], out var area) ? area : null;

    /// <summary>A body of the division <paramref name="area"/>.</summary>
    public static Body Create(AreaCode area, string key, BodyKind kind, string name, string shortName, string competence) => new()
    {
        Code = CodeOf(area, key),
        Name = name,
        ShortName = shortName,
        Kind = kind,
        Key = key,
        AreaCode = area,
        Level = area.Level,
        Competence = competence,
    };
}
