using Governance.Domain.Common;

namespace Governance.Domain.Supervision;

/// <summary>Why something about a supervision was refused.</summary>
public static class SupervisionErrors
{
    /// <summary>A case has one open supervision; it can only become more serious.</summary>
    public sealed record SupervisedBefore(string Level)
        : Error("supervision.supervised-before", $"本案已有{Level}督办，没有解除之前只能升为红牌。");

    /// <summary>Nothing is open.</summary>
    public sealed record NotSupervised() : Error("supervision.not-supervised", "本案没有正在进行的督办。");

    /// <summary>The supervised body has replied already.</summary>
    public sealed record RepliedBefore() : Error("supervision.replied-before", "本次督办已经回复。有新的进展，请写在备注里。");

    /// <summary>The reply is due on a later day.</summary>
    public sealed record BadReplyDay() : Error("supervision.bad-reply-day", "回复期限应在今天之后、90 天之内。");
}
