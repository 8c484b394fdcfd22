using Governance.Application.Cities;
using Governance.Domain.Cities;
using Governance.Domain.Ordinances;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Ordinances;

/// <summary>条例: the whole text with an anchor for every chapter (<c>#c2</c>) and article (<c>#a43</c>), and a search.</summary>
public sealed partial class Ordinance(IReferenceData reference)
{
    private const int LongestTerm = 50;

    private OrdinanceProfile _profile = null!;
    private OrdinanceText _text = null!;
    private string _term = "";
    private IReadOnlyList<string> _words = [];
    private IReadOnlyList<ArticleMatch> _found = [];

    /// <summary>Words searched for, or the number of an article.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Term { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _profile = reference.Pack.Profile.Ordinance;
        _text = reference.Pack.Ordinance;
        _term = (Term ?? "").Trim();
        if (_term.Length > LongestTerm)
            _term = _term[..LongestTerm];
        _words = _term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _found = _text.Search(_term);
    }

    private string ChapterOf(Article article) =>
        _text.Chapters.FirstOrDefault(c => c.Number == article.Chapter) is { } chapter ? $"{chapter.Label}　{chapter.Title}" : "";

    private string RangeOf(Chapter chapter)
    {
        var articles = _text.ArticlesOf(chapter).ToList();
        return articles switch
        {
            [] => "",
            [var only] => only.Label,
            [var first, .., var last] => $"{first.Label}至{last.Label}",
        };
    }
}
