using Governance.Domain.Common;

namespace Governance.Domain.Restricted;

/// <summary>Why something about a restricted case was refused.</summary>
public static class RestrictedErrors
{
    /// <summary>The case is restricted already.</summary>
    public sealed record RestrictedBefore() : Error("restricted.before", "本案已经限定知悉。");

    /// <summary>The case is not restricted.</summary>
    public sealed record NotRestricted() : Error("restricted.not", "本案没有限定知悉。");

    /// <summary>Only a keeper changes the circle.</summary>
    public sealed record KeepersOnly() : ForbiddenError("restricted.keepers-only", "只有本案知悉范围的管理人可以这样做。");

    /// <summary>The person is in the circle already.</summary>
    public sealed record InCircleBefore(string Name) : Error("restricted.in-circle-before", $"{Name}已在知悉范围内。");

    /// <summary>The person is not in the circle.</summary>
    public sealed record NotInCircle() : Error("restricted.not-in-circle", "这个人不在知悉范围内，可能刚被移出。");

    /// <summary>Somebody must keep the circle.</summary>
    public sealed record LastKeeper() : Error("restricted.last-keeper", "知悉范围至少要有一名管理人，请先添加另一名管理人。");

    /// <summary>The account is none that works on cases, or it is locked.</summary>
    public sealed record UnknownPerson() : Error("restricted.unknown-person", "请从列表中选择人员：须是在用的、办理案件的账号。");

    /// <summary>A kind of restriction that the pack does not know.</summary>
    public sealed record UnknownKind() : Error("restricted.unknown-kind", "请从列表中选择限定知悉的情形。");

    /// <summary>A restricted case stays by itself.</summary>
    public sealed record NotMerged() : Error("restricted.not-merged", "限定知悉的案件不能并案。");

    /// <summary>It was handed over already.</summary>
    public sealed record HandedOverBefore(string Body) : Error("restricted.handed-over-before", $"本案已移送“{Body}”。");

    /// <summary>It was not handed over.</summary>
    public sealed record NotHandedOver() : Error("restricted.not-handed-over", "本案还没有移送。");

    /// <summary>The receipt is there already.</summary>
    public sealed record ReceivedBefore(string Number) : Error("restricted.received-before", $"已登记回执 {Number}。");

    /// <summary>The kind of restriction knows no hand-over.</summary>
    public sealed record NothingToHandOver() : Error("restricted.nothing-to-hand-over", "这种情形不需要移送。");

    /// <summary>More handlers than one hand-over names.</summary>
    public sealed record TooManyHandlers() : Error("restricted.too-many-handlers", $"一次移送最多指定 {HandOver.MostHandlers} 名承办人。");

    /// <summary>Nobody was named.</summary>
    public sealed record NobodyNamed() : Error("restricted.nobody-named", "请至少指定一名承办人。");

    /// <summary>The handler does not work for the body.</summary>
    public sealed record NotOfBody(string Body) : Error("restricted.not-of-body", $"承办人须是“{Body}”的人员。");

    /// <summary>The body would get a case that none of its people may open.</summary>
    public sealed record NobodyOfBody(string Body)
        : Error("restricted.nobody-of-body", $"“{Body}”还没有人在本案的知悉范围内，请先到“限定知悉”添加承办人，再分派。");
}
