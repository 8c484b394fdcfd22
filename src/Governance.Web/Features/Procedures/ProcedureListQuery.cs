using Governance.Application.Procedures;
using Governance.Domain.Organisation;
using Governance.Domain.Procedures;
using Governance.Web.Features.Cases;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Web.Features.Procedures;

/// <summary>The address of the work list: what cannot be read is left out, never an error.</summary>
public static class ProcedureListQuery
{
    /// <summary>Reads a filter.</summary>
    public static ProcedureListCriteria Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string key) => values.TryGetValue(key, out var found) && found.ToString().Trim() is { Length: > 0 and <= 40 } text ? text : null;
        return new ProcedureListCriteria
        {
            Standing = Choice<ProcedureListStanding>(Text("standing")) ?? ProcedureListStanding.Running,
            Way = Choice<ProcedureWay>(Text("way")),
            Mine = Text("mine") == "yes",
            Area = AreaCode.TryParse(Text("area"), out var area) ? area : null,
            Body = Text("body"),
            MediatorId = Guid.TryParse(Text("mediator"), out var mediator) ? mediator : null,
        };
    }

    /// <summary>The address of a list.</summary>
    public static string Href(ProcedureListCriteria criteria)
    {
        var values = new Dictionary<string, string?>
        {
            ["standing"] = criteria.Standing == ProcedureListStanding.Running ? null : CaseListQuery.Word(criteria.Standing),
            ["way"] = criteria.Way is { } way ? CaseListQuery.Word(way) : null,
            ["mine"] = criteria.Mine ? "yes" : null,
            ["area"] = criteria.Area?.Value,
            ["body"] = criteria.Body,
            ["mediator"] = criteria.MediatorId?.ToString(),
        };
        return QueryHelpers.AddQueryString(ProcedurePaths.List, values.Where(v => v.Value is not null));
    }

    /// <summary>Name of a standing.</summary>
    public static string Name(ProcedureListStanding standing) => standing switch
    {
        ProcedureListStanding.Running => "进行中",
        ProcedureListStanding.Overdue => "已超期",
        ProcedureListStanding.ToConfirm => "待申请司法确认",
        ProcedureListStanding.Ended => "已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    private static T? Choice<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (CaseListQuery.Word(value) == word)
                return value;
        return null;
    }
}
