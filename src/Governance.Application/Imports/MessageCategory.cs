using Governance.Domain.Cities;

namespace Governance.Application.Imports;

/// <summary>Which category an imported message gets.</summary>
public static class MessageCategory
{
    /// <summary>
    /// With a class the pack knows: the leaf under one of its top categories for which the words speak most, without such words the
    /// first leaf of the class's first top category. Without one: the leaf for which the words speak most, without such words the
    /// pack's last leaf, which is that for everything else (其他).
    /// </summary>
    public static CaseCategory Of(MessageRow message, CityPack pack)
    {
        var proposals = pack.Proposer.Propose(message.Title, message.Body, pack.Categories.Count)
            .Select(p => pack.CategoryByCode(p.Category)!);
        return message.Label.Length > 0 && pack.FindMessageLabel(message.Label) is { } label
            ? proposals.FirstOrDefault(c => label.Categories.Contains(c.Parent)) ?? pack.LeavesOf(label.Categories[0]).First()
            : proposals.FirstOrDefault() ?? pack.Categories.Last(c => c.IsLeaf);
    }
}
