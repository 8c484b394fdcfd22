using Governance.Domain.Cases;
using Governance.Domain.Cities;

namespace Governance.Application.Cases;

/// <summary>Says in words what a correction changes, without repeating the texts themselves.</summary>
internal static class FactsDifference
{
    /// <summary>E.g. <c>类别由“邻里纠纷”改为“噪声扰民”；诉求经过有改动</c>; empty when nothing changes.</summary>
    public static string Describe(Case before, CaseFacts after, CityPack pack)
    {
        var changes = new List<string>();
        if (before.Title != after.Title)
            changes.Add("标题有改动");
        if (before.Description != after.Description)
            changes.Add("诉求经过有改动");
        if (before.Place != after.Place)
            changes.Add($"地点由“{pack.PlaceName(before.Place)}”改为“{pack.PlaceName(after.Place)}”");
        if (before.PlaceDetail != after.PlaceDetail)
            changes.Add("详细地址有改动");
        if (before.CategoryCode != after.CategoryCode)
            changes.Add($"类别由“{pack.CategoryName(before.CategoryCode)}”改为“{pack.CategoryName(after.CategoryCode)}”");
        if (before.Channel != after.Channel)
            changes.Add($"来源由“{before.Channel.DisplayName()}”改为“{after.Channel.DisplayName()}”");
        if (before.Urgency != after.Urgency)
            changes.Add($"紧急程度由“{before.Urgency.DisplayName()}”改为“{after.Urgency.DisplayName()}”");
        return string.Join("；", changes);
    }
}
