using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.SubTasks;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;
using Governance.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.SubTasks;

/// <summary>The tasks of the own body: what others asked of it, what it asked of others.</summary>
public sealed partial class TaskList(
    SubTaskService tasks, CaseLabels labels, IReferenceData reference, IActorProvider actors, NavigationManager navigation, TimeProvider time)
{
    private const int ShownWords = 60;

    private SubTaskView _view;
    private Page<SubTaskRow>? _page;
    private TablePager? _pager;
    private string? _refusal;

    private CaseLabels Labels => labels;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var query = new Uri(navigation.Uri).Query;
        var word = QueryHelpers.ParseQuery(query).GetValueOrDefault("view").ToString();
        _view = Enum.GetValues<SubTaskView>().FirstOrDefault(v => CaseListQuery.Word(v) == word);
        var found = await tasks.ListAsync(await actors.GetAsync(), _view, PageAddress.Read(query));
        _refusal = found.IsOk ? null : found.Error.Message;
        _page = found.IsOk ? found.Value : new Page<SubTaskRow>([], null, null, 0);
        _pager = _page.Pager(navigation, "项");
    }

    private DeadlineStatus Due(SubTaskRow task) => DeadlineStatus.Of(task.DueAt, time.GetUtcNow(), reference.Calendar);

    private static string Short(string words) => words.Length <= ShownWords ? words : PlainText.Cut(words, ShownWords) + "……";
}
