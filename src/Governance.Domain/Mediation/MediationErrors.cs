using Governance.Domain.Common;

namespace Governance.Domain.Mediation;

/// <summary>Why something about committees, mediators and leave was refused.</summary>
public static class MediationErrors
{
    /// <summary>No such committee, or not one of the person's area.</summary>
    public sealed record CommitteeNotFound() : NotFoundError("mediation.committee-not-found", "没有找到这个调解组织，或它不在您的管辖范围内。");

    /// <summary>No such mediator, or not one of the person's area.</summary>
    public sealed record MediatorNotFound() : NotFoundError("mediation.mediator-not-found", "没有找到这位调解员，或不在您的管辖范围内。");

    /// <summary>Somebody else changed the entry since it was opened.</summary>
    public sealed record ChangedMeanwhile() : ConflictError("mediation.changed-meanwhile", "刚被他人修改，下面已是最新内容，请核对后重新保存。");

    /// <summary>A committee of that name works in the area already.</summary>
    public sealed record NameTaken(string Name) : ConflictError("mediation.name-taken", $"本地区已有“{Name}”，请核对是否重复登记。");

    /// <summary>The committee mediates a trade and does not say which.</summary>
    public sealed record TradeWithoutSpeciality() : Error("mediation.trade-without-speciality", "行业性专业性调解委员会请选择专长，写明调解哪类纠纷。");

    /// <summary>An administrative committee belongs to a body.</summary>
    public sealed record AdministrativeWithoutBody() : Error("mediation.administrative-without-body", "行政调解委员会由相关部门成立，请选择设立单位。");

    /// <summary>More specialities than anybody reads.</summary>
    public sealed record TooManySpecialities(int Most) : Error("mediation.too-many-specialities", $"专长最多选 {Most} 类，可以改选大类。");

    /// <summary>A category the city does not have.</summary>
    public sealed record UnknownCategory(string Given) : Error("mediation.unknown-category", $"没有“{Given}”这个类别，请从列表中选择。");

    /// <summary>A division the city does not have.</summary>
    public sealed record UnknownArea() : Error("mediation.unknown-area", "请从列表中选择地区。");

    /// <summary>A body the city does not have.</summary>
    public sealed record UnknownBody() : Error("mediation.unknown-body", "请从列表中选择设立单位。");

    /// <summary>A day that has not come yet.</summary>
    public sealed record InTheFuture(string Label) : Error("mediation.in-the-future", $"{Label}晚于今天。");

    /// <summary>More rooms than there can be.</summary>
    public sealed record RoomsOutOfBounds(int Most) : Error("mediation.rooms-out-of-bounds", $"调解室请填 0 至 {Most}。");

    /// <summary>The committee was dissolved.</summary>
    public sealed record Dissolved() : Error("mediation.dissolved", "这个调解组织已撤销，如需使用请先恢复。");

    /// <summary>The committee works.</summary>
    public sealed record NotDissolved() : Error("mediation.not-dissolved", "这个调解组织没有撤销，不需要恢复。");

    /// <summary>A committee with mediators is not dissolved.</summary>
    public sealed record HasMediators(int Count) : Error("mediation.has-mediators", $"还有 {Count} 位调解员在聘，请先解聘或改到其他调解组织，再撤销。");

    /// <summary>Mediators belong to a committee; a studio is named beside it.</summary>
    public sealed record CommitteeIsStudio() : Error("mediation.committee-is-studio", "请选择聘任调解员的调解委员会；个人调解工作室填在“工作室”一栏。");

    /// <summary>The studio given is none.</summary>
    public sealed record NotAStudio() : Error("mediation.not-a-studio", "请从列表中选择个人调解工作室。");

    /// <summary>A committee must be chosen.</summary>
    public sealed record UnknownCommittee() : Error("mediation.unknown-committee", "请从列表中选择在用的调解组织。");

    /// <summary>A mediator serves inside the committee's area.</summary>
    public sealed record AreaOutsideCommittee(string Committee) : Error("mediation.area-outside-committee", $"服务地区须在“{Committee}”所在地区之内。");

    /// <summary>The phone number is none.</summary>
    public sealed record BadPhone() : Error("mediation.bad-phone", "请填 11 位手机号，或带区号的固定电话。");

    /// <summary>The mediator was ended.</summary>
    public sealed record NotInOffice() : Error("mediation.not-in-office", "这位调解员已解聘，如需使用请先续聘。");

    /// <summary>The mediator is in office.</summary>
    public sealed record InOffice() : Error("mediation.in-office", "这位调解员在聘，不需要续聘。");

    /// <summary>A term that ends before it begins.</summary>
    public sealed record TermEndsEarly() : Error("mediation.term-ends-early", "聘期截止日期须在聘任日期之后。");

    /// <summary>A leave that ends before it begins.</summary>
    public sealed record LeaveEndsEarly() : Error("mediation.leave-ends-early", "请假结束日期早于开始日期。");

    /// <summary>A leave longer than one enters by mistake.</summary>
    public sealed record LeaveTooLong(int Days) : Error("mediation.leave-too-long", $"一次请假最多 {Days} 天，更长的请解聘或分次登记。");

    /// <summary>Two leaves on one day.</summary>
    public sealed record LeaveOverlaps() : Error("mediation.leave-overlaps", "与已登记的请假日期重叠，请先销假或改日期。");

    /// <summary>A leave that lies behind.</summary>
    public sealed record LeaveIsOver() : Error("mediation.leave-is-over", "请假已经结束，不需要登记或销假。");

    /// <summary>No such leave.</summary>
    public sealed record LeaveNotFound() : NotFoundError("mediation.leave-not-found", "没有找到这次请假，可能已经销假。");

    /// <summary>The mediator is, or cannot be told from, somebody the case is about (回避).</summary>
    public sealed record IsParty(string Name, string Standing) : Error(
        "mediation.is-party",
        $"“{Name}”与本案{Standing}同名或者同一电话，应当回避，请另选调解员。确属同名不同人的，先在当事人和调解员名册中登记各自的电话。");

    /// <summary>The mediator is away.</summary>
    public sealed record OnLeave(string Name, string Until) : Error("mediation.on-leave", $"“{Name}”休假至 {Until}，请另选调解员。");

    /// <summary>The mediator's term is over.</summary>
    public sealed record TermOver(string Name) : Error("mediation.term-over", $"“{Name}”的聘期已满，请先续聘或者另选调解员。");

    /// <summary>Two mediators of one name in one committee.</summary>
    public sealed record MediatorTaken(string Name) : ConflictError("mediation.mediator-taken", $"这个调解组织已有在聘调解员“{Name}”，请核对是否重复登记。");
}
