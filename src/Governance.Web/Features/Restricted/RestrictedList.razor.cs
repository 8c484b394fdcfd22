using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Web.Features.Cases;
using Governance.Web.Security;

namespace Governance.Web.Features.Restricted;

/// <summary>限定知悉: the restricted cases of the own circles, and the receipts of what one registered.</summary>
public sealed partial class RestrictedList(RestrictedReadService restricted, CaseLabels labels, IActorProvider actors)
{
    private readonly CaseLabels _labels = labels;
    private RestrictedCases? _cases;
    private string? _refusal;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var read = await restricted.ListAsync(await actors.GetAsync());
        _cases = read.IsOk ? read.Value : null;
        _refusal = read.IsOk ? null : read.Error.Message;
    }

    private static string Count(int count, string unit) => count < RestrictedCases.Most ? $"共 {count} {unit}" : $"只列前 {count} {unit}";
}
