using Governance.Application.Platform;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Audit;

/// <summary>审计记录: who did what, where and why, newest first; entries are read here and never changed.</summary>
public sealed partial class Audit(
    AuditReadService audit, CaseLabels labels, IActorProvider actors, NavigationManager navigation, IHttpContextAccessor http)
{
    private readonly CaseLabels _labels = labels;
    private AuditCriteria _criteria = new();
    private Page<AuditRow>? _page;
    private TablePager? _pager;
    private string? _refusal;
    private bool _filtered;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var leaving = http.HttpContext?.RequestAborted ?? CancellationToken.None;
        var query = new Uri(navigation.Uri).Query;
        _criteria = AuditQuery.Read(query);
        _filtered = _criteria != new AuditCriteria();
        var read = await audit.ListAsync(await actors.GetAsync(leaving), _criteria, PageAddress.Read(query), leaving);
        if (!read.IsOk)
        {
            _refusal = read.Error.Message;
            return;
        }
        _page = read.Value;
        _pager = _page.Pager(navigation);
    }

    private static string Who(AuditRow row) => string.Join(" · ", new[] { row.Account, row.BodyName }.Where(part => part.Length > 0));
}
