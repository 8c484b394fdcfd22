using Governance.Application.SubTasks;
using Governance.Domain.Cases;
using Governance.Domain.SubTasks;
using Governance.Web.Components.Shared;

namespace Governance.Web.Features.SubTasks;

/// <summary>How tasks of assisting units are said and coloured.</summary>
public static class SubTaskWords
{
    /// <summary>Name of a list.</summary>
    public static string Name(SubTaskView view) => view switch
    {
        SubTaskView.Mine => "待我单位办理",
        SubTaskView.Given => "我单位交办",
        SubTaskView.Ended => "已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
    };

    /// <summary>Colour of a state.</summary>
    public static TagTone Tone(SubTaskState state) => state switch
    {
        SubTaskState.Assigned => TagTone.Warn,
        SubTaskState.Working => TagTone.Active,
        SubTaskState.Reported or SubTaskState.Done => TagTone.Good,
        _ => TagTone.Plain,
    };

    /// <summary>Look of a step's button: the usual one filled, the dangerous one apart.</summary>
    public static string ButtonClass(SubTaskRule rule) => rule.Kind switch
    {
        CaseStepKind.WithdrawTask => "btn-danger-soft",
        CaseStepKind.ReturnTask => "btn-light",
        _ => "btn-primary",
    };
}
