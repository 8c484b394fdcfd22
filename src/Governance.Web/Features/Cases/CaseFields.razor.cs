using Governance.Application.Cities;
using Governance.Domain.Platform;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>The fields of a case with their helpers: places by typing, a category proposed from the words.</summary>
public sealed partial class CaseFields(PlaceSearch places, IReferenceData reference)
{
    private const int CategoriesShown = 12;
    private const int WordsNamed = 3;

    private IReadOnlyList<(ComboItem Item, string Why, int Key)> _guesses = [];
    private bool _categoryChosen;
    private bool _urgencyChosen;
    private CaseForm? _shown;

    /// <summary>What is typed.</summary>
    [Parameter, EditorRequired]
    public CaseForm Form { get; set; } = new();

    /// <summary>Who types; places on offer are inside the person's scope.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>Refusals, shown at their fields.</summary>
    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = null!;

    /// <summary>False for 更正: the reporter is not corrected here.</summary>
    [Parameter]
    public bool WithReporter { get; set; } = true;

    /// <summary>True when the first field takes the focus, and what was typed ahead, as soon as the page is alive.</summary>
    [Parameter]
    public bool Autofocus { get; set; }

    /// <summary>True when nobody has thought of the urgency yet, so that it follows the category from the start.</summary>
    [Parameter]
    public bool WithUrgencyOfCategory { get; set; }

    /// <summary>Called when title or place changed, so that the page can look for similar cases.</summary>
    [Parameter]
    public EventCallback OnMatterChanged { get; set; }

    private string CategoryHint => Form.Category is { } chosen && reference.Pack.RestrictionFor(chosen.Value) is { } restriction
        ? $"{restriction.Name}限定知悉：保存后转交专办人员；您不在知悉范围内的，只看到回执"
        : _guesses.Count > 0 && !_categoryChosen ? "按经过推荐，可改" : "输入类别名或关键词";

    /// <inheritdoc />
    protected override void OnInitialized() => Begin();

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // Another matter in the same form: its words propose anew.
        if (Form != _shown)
            Begin();
    }

    private void Begin()
    {
        _shown = Form;
        (_categoryChosen, _urgencyChosen, _guesses) = (Form.Category is not null, false, []);
        if (Form.Title.Length > 0 && !_categoryChosen)
            Propose();
        else if (WithUrgencyOfCategory)
            ProposeUrgency();
    }

    private async Task TitleTypedAsync()
    {
        Propose();
        await OnMatterChanged.InvokeAsync();
    }

    private async Task PlaceChosenAsync(ComboItem? place)
    {
        Form.Place = place;
        await OnMatterChanged.InvokeAsync();
    }

    private void CategoryChosen(ComboItem? category)
    {
        Form.Category = category;
        _categoryChosen = category is not null;
        _guesses = [];
        ProposeUrgency();
    }

    // The guesses stay on show: whoever pressed the wrong key presses another one.
    private void GuessTaken(ComboItem guess)
    {
        Form.Category = guess;
        _categoryChosen = true;
        ProposeUrgency();
    }

    private void Propose()
    {
        if (_categoryChosen)
            return;
        var proposals = reference.Pack.Proposer.Propose(Form.Title, Form.Description);
        if (proposals.Count == 0)
            return;
        _guesses = [.. proposals.Select((p, i) => (Item(p.Category), $"凭“{string.Join("”“", p.Keywords.Take(WordsNamed))}”", i + 1))];
        Form.Category = _guesses[0].Item;
        ProposeUrgency();
    }

    private void ProposeUrgency()
    {
        if (!_urgencyChosen && Form.Category is { } chosen && reference.Pack.CategoryByCode(chosen.Value) is { } category)
            Form.Urgency = category.DefaultUrgency;
    }

    private Task<IReadOnlyList<ComboItem>> FindPlaces(string typed, CancellationToken ct) => Task.FromResult<IReadOnlyList<ComboItem>>(
        [.. places.Find(typed, Actor.Scope).Select(p => new ComboItem(p.Code.Value, p.Name))]);

    private Task<IReadOnlyList<ComboItem>> FindCategories(string typed, CancellationToken ct)
    {
        var pack = reference.Pack;
        var word = typed.Trim();
        var byName = pack.Categories.Where(c => c.IsLeaf && pack.CategoryName(c.Code).Contains(word, StringComparison.Ordinal)).Select(c => c.Code);
        var byWords = word.Length >= 2 ? pack.Proposer.Propose(word, null, CategoriesShown).Select(p => p.Category) : [];
        return Task.FromResult<IReadOnlyList<ComboItem>>([.. byName.Concat(byWords).Distinct().Take(CategoriesShown).Select(Item)]);
    }

    private ComboItem Item(string code) => new(code, reference.Pack.CategoryName(code));
}
