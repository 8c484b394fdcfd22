using Governance.Application.Cases;
using Governance.Application.Satisfaction;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;
using Governance.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Satisfaction;

/// <summary>The rating of a case's answer, and the form for the call-back.</summary>
public sealed partial class CallBackPanel
{
    private readonly FormErrors _errors = new();
    private bool _isOpen;
    private SatisfactionLevel? _level;
    private string _solved = "";
    private string _words = "";

    /// <summary>The case on show.</summary>
    [Parameter, EditorRequired]
    public CaseDetail Detail { get; set; } = null!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>Closed while something is being saved.</summary>
    [Parameter, EditorRequired]
    public BusyGate Gate { get; set; } = null!;

    /// <summary>Saves the call-back; true when it was saved.</summary>
    [Parameter, EditorRequired]
    public Func<RecordCallBack, FormErrors, Task<bool>> OnSave { get; set; } = null!;

    private TagTone Tone => Detail.Case.Satisfaction switch
    {
        SatisfactionLevel.Satisfied => TagTone.Good,
        SatisfactionLevel.Unsatisfied => TagTone.Late,
        _ => TagTone.Plain,
    };

    private async Task SubmitAsync()
    {
        if (await OnSave(new RecordCallBack(Detail.Case.Id, Detail.Case.Version, _level, _words, bool.TryParse(_solved, out var solved) ? solved : null), _errors))
            (_isOpen, _level, _solved, _words) = (false, null, "", "");
    }
}
