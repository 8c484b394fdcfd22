namespace Governance.Domain.Procedures;

/// <summary>Every kind of procedure, limit and paper of the pack; the city's confirmations laid over it.</summary>
public sealed class ProcedureCatalogue
{
    private readonly Dictionary<string, ProcedureKind> _kinds;
    private readonly Dictionary<string, ProcedureLimitRule> _limits;
    private readonly Dictionary<string, DocumentTemplate> _templates;

    /// <summary>A catalogue of these parts, checked by the reader.</summary>
    /// <param name="kinds">Kinds in the order people see them.</param>
    /// <param name="limits">Limits in the file's order.</param>
    /// <param name="courtLimit">Time the court has for a request to confirm.</param>
    /// <param name="templates">Papers in the order people see them.</param>
    public ProcedureCatalogue(
        IReadOnlyList<ProcedureKind> kinds, IReadOnlyList<ProcedureLimitRule> limits, ProcedureLimitRule? courtLimit, IReadOnlyList<DocumentTemplate> templates)
    {
        (Kinds, Limits, CourtLimit, Templates) = (kinds, limits, courtLimit, templates);
        _kinds = kinds.ToDictionary(k => k.Code);
        _limits = limits.ToDictionary(l => l.Id);
        _templates = templates.ToDictionary(t => t.Code);
    }

    /// <summary>An empty one, for tests of other things.</summary>
    public static ProcedureCatalogue Empty { get; } = new([], [], null, []);

    /// <summary>Kinds in the order people see them.</summary>
    public IReadOnlyList<ProcedureKind> Kinds { get; }

    /// <summary>Limits in the file's order.</summary>
    public IReadOnlyList<ProcedureLimitRule> Limits { get; }

    /// <summary>Time the court has for a request to confirm.</summary>
    public ProcedureLimitRule? CourtLimit { get; }

    /// <summary>Papers in the order people see them.</summary>
    public IReadOnlyList<DocumentTemplate> Templates { get; }

    /// <summary>The kind of that code; null when there is none.</summary>
    public ProcedureKind? FindKind(string code) => _kinds.GetValueOrDefault(code);

    /// <summary>The limit of that id; null when there is none.</summary>
    public ProcedureLimitRule? FindLimit(string id) => _limits.GetValueOrDefault(id);

    /// <summary>The paper of that code; null when there is none.</summary>
    public DocumentTemplate? FindTemplate(string code) => _templates.GetValueOrDefault(code);

    /// <summary>The same with exactly these confirmations of the city laid over the pack's limits.</summary>
    public ProcedureCatalogue With(IEnumerable<ConfirmedLimit> confirmed)
    {
        var said = confirmed.ToDictionary(c => c.LimitId);
        var limits = Limits.ToDictionary(l => l.Id, l => l with { Confirmed = said.GetValueOrDefault(l.Id) });
        ProcedureLimitRule? Laid(ProcedureLimitRule? limit) => limit is null ? null : limits[limit.Id];
        return new ProcedureCatalogue(
            [.. Kinds.Select(kind => kind with
            {
                Steps = [.. kind.Steps.Select(s => s with { Limit = Laid(s.Limit) })],
                Outcomes =
                [
                    .. kind.Outcomes.Select(o => o with
                    {
                        Confirmation = Laid(o.Confirmation),
                        Ways = [.. o.Ways.Select(w => w with { Limit = Laid(w.Limit) })],
                    }),
                ],
            })],
            [.. Limits.Select(l => limits[l.Id])], Laid(CourtLimit), Templates);
    }
}

/// <summary>A paper of the pack: plain text with marks and placeholders, so that a city can change the words.</summary>
/// <param name="Code">Stable code, name of its file.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="Sign">Short word in its number, e.g. 调协.</param>
/// <param name="Lines">Its lines.</param>
public sealed record DocumentTemplate(string Code, string Title, string Sign, IReadOnlyList<string> Lines);
