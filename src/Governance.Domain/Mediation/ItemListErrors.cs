using Governance.Domain.Common;

namespace Governance.Domain.Mediation;

/// <summary>Why something about a list of items was refused.</summary>
public static class ItemListErrors
{
    /// <summary>No such list, or not one of the person's area.</summary>
    public sealed record NotFound() : NotFoundError("mediation-list.not-found", "没有找到这份事项清单，或它不在您的管辖范围内。");

    /// <summary>No such item in the list.</summary>
    public sealed record ItemNotFound() : NotFoundError("mediation-list.item-not-found", "没有找到这个事项，可能已被删除。");

    /// <summary>The step does not start from the state the list is in.</summary>
    public sealed record WrongState(ItemListState State) : Error("mediation-list.wrong-state", $"清单现在是“{State.DisplayName()}”，不能办理这一步。");

    /// <summary>Only a draft is changed.</summary>
    public sealed record NotADraft(ItemListState State)
        : Error("mediation-list.not-a-draft", $"清单现在是“{State.DisplayName()}”，不能修改。需要修改的，请退回，或起草下一版。");

    /// <summary>An area has one list under way.</summary>
    public sealed record AnotherUnderWay() : ConflictError("mediation-list.another-under-way", "本地区已有一版正在起草或确认，请先完成那一版。");

    /// <summary>A list is made by a city or a county.</summary>
    public sealed record WrongArea() : Error("mediation-list.wrong-area", "事项清单由市或县级地区制定。");

    /// <summary>An empty list is not submitted.</summary>
    public sealed record Empty() : Error("mediation-list.empty", "清单还没有事项，请先添加。");

    /// <summary>Laws that nobody has held against their text.</summary>
    public sealed record LawsUnchecked(int Count)
        : Error("mediation-list.laws-unchecked", $"还有 {Count} 项的法律依据没有核对，请逐项核对，或先从本版删除。");

    /// <summary>A law that was checked is named.</summary>
    public sealed record CheckedWithoutLaw() : Error("mediation-list.checked-without-law", "已核对的事项请写明法律依据。");

    /// <summary>Only the judicial administration of the level confirms.</summary>
    public sealed record NotJudicialAdministration(string Body)
        : ForbiddenError("mediation-list.not-judicial-administration", $"清单须由同级司法行政部门“{Body}”会同确认。");

    /// <summary>The list comes into force after it was published and after the one before.</summary>
    public sealed record EffectiveTooEarly(string Earliest) : Error("mediation-list.effective-too-early", $"施行日期不能早于 {Earliest}。");

    /// <summary>Two items of one matter.</summary>
    public sealed record MatterTaken(int Number) : Error("mediation-list.matter-taken", $"与第 {Number} 项的事项名称相同。");

    /// <summary>A body key the city does not have.</summary>
    public sealed record UnknownBody() : Error("mediation-list.unknown-body", "请从列表中选择实施主体。");
}
