using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Domain.Platform;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>
/// The citizen's look-up: static, no account, no script. It shows state, deadline and answer, never a person. Guessing is slowed by
/// a limit on each address and one answer for every mistake.
/// </summary>
public sealed partial class CaseLookup(CaseReadService cases, CaseLabels labels, LookupLimiter limiter)
{
    private readonly CaseLabels _labels = labels;
    private CaseLookupRecord? _found;
    private string? _message;
    private string? _field;

    /// <summary>What the citizen typed.</summary>
    [SupplyParameterFromForm(FormName = "lookup")]
    private LookupForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private async Task LookUpAsync()
    {
        if (!limiter.Admits(Http.Connection.RemoteIpAddress))
        {
            _message = "查询过于频繁，请一分钟后再试。";
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }
        try
        {
            var result = await cases.LookUpAsync(Form?.Number, Form?.PhoneTail, Http.RequestAborted);
            if (result.IsOk)
                _found = result.Value;
            else
                (_message, _field) = (result.Error.Message, result.Error.Field);
        }
        catch (StorageUnavailableException)
        {
            _message = new PlatformErrors.StorageUnavailable().Message;
        }
    }

    /// <summary>Fields of the form.</summary>
    public sealed class LookupForm
    {
        /// <summary>Case number as typed.</summary>
        public string? Number { get; set; }

        /// <summary>Last four digits of the phone.</summary>
        public string? PhoneTail { get; set; }
    }
}
