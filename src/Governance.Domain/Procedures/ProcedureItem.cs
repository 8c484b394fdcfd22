using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Procedures;

/// <summary>The item of a published list of administrative mediation that a procedure rests on (H39), as the list said it.</summary>
/// <param name="ListId">The edition; it never changes once it is published.</param>
/// <param name="Number">The item's number.</param>
/// <param name="Matter">事项.</param>
/// <param name="Law">法律依据; may be empty.</param>
public sealed record ProcedureItem(Guid ListId, int Number, string Matter, string Law);

/// <summary>行政调解事项: what makes the matter one that a body has to mediate.</summary>
public sealed partial class Procedure
{
    /// <summary>Edition of the item, or null.</summary>
    public Guid? ItemListId { get; private set; }

    /// <summary>Number of the item, or null.</summary>
    public int? ItemNumber { get; private set; }

    /// <summary>The item's matter; empty when there is none.</summary>
    public string ItemMatter { get; private set; } = "";

    /// <summary>The item's law; may be empty.</summary>
    public string ItemLaw { get; private set; } = "";

    /// <summary>取用事项: the procedure rests on an item that was published after it began, or that nobody thought of.</summary>
    public Result TakeItem(ProcedureKind kind, ProcedureItem item, Actor actor, DateTimeOffset at)
    {
        if (!IsRunning)
            return new ProcedureErrors.Ended(OutcomeName!);
        if (!kind.IsAdministrative)
            return new ProcedureErrors.NotAdministrative { Field = "Item" };
        Set(item);
        Record(ProcedureEntryKind.Change, $"对应行政调解事项：{item.Matter}", at.ChinaDay(), actor, at, item.Law, null);
        return Common.Result.Ok;
    }

    private void Set(ProcedureItem? item) =>
        (ItemListId, ItemNumber, ItemMatter, ItemLaw) = (item?.ListId, item?.Number, item?.Matter ?? "", item?.Law ?? "");
}
