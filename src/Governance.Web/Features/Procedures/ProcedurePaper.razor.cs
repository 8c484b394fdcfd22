using Governance.Application.Platform;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Procedures;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Procedures;

/// <summary>A paper as a page of A4, to be read and printed.</summary>
public sealed partial class ProcedurePaper(ProcedurePaperService papers, IActorProvider actors)
{
    private const string RevealForm = "paper-reveal";

    private MadePaper? _made;
    private string _refusal = "";
    private string? _reasonError;

    /// <summary>Number of the case.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>The procedure.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Which paper.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>Why the people are to be named, when the form was sent.</summary>
    [SupplyParameterFromForm(FormName = RevealForm)]
    private string? Reason { get; set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (!CaseNumber.TryParse(Number, out var number))
        {
            _refusal = new ProcedureErrors.NotFound().Message;
            return;
        }
        var (actor, asked) = (await actors.GetAsync(), new AskForPaper(number, Id, Code, ForWord: false, Reason));
        var made = await papers.MakeAsync(actor, asked);
        if (!made.IsOk && made.Error.Field == nameof(Reason))
        {
            _reasonError = made.Error.Message;
            made = await papers.MakeAsync(actor, asked with { Reason = null });
        }
        _made = made.IsOk ? made.Value : null;
        _refusal = made.IsOk ? "" : made.Error.Message;
    }

    private static string Class(PaperLineKind kind) => kind switch
    {
        PaperLineKind.Heading => "paper-heading",
        PaperLineKind.Right => "paper-right",
        PaperLineKind.Signature => "paper-sign",
        PaperLineKind.Blank => "paper-blank",
        _ => "paper-text",
    };
}
