using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Platform;

namespace Governance.Application.Cases;

/// <summary>What the audit trail keeps of a step.</summary>
public static class CaseAudit
{
    /// <summary>The entry of a step.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="kind">The step.</param>
    /// <param name="detail">What changed; may be empty.</param>
    public static AuditRecord Of(Case subject, CaseStepKind kind, string detail) =>
        new($"case.{kind.ToString().ToLowerInvariant()}", "case", subject.Number.Value, subject.Place, detail);

    /// <summary>One entry for each step from a position on: a step may bring on another one.</summary>
    public static void Steps(IUnitOfWork unit, Actor actor, Case subject, int from)
    {
        foreach (var step in subject.Steps.Skip(from))
            unit.Audit(actor, Of(subject, step.Kind, StepDetail(step)));
    }

    /// <summary>What is said of a step where nothing more is known of it.</summary>
    public static string StepDetail(CaseStep step) => step.Kind == CaseStepKind.Dispatch ? LeadDetail(step.TargetBodyName) : step.TargetBodyName ?? "";

    /// <summary>What is said of a dispatch.</summary>
    public static string LeadDetail(string? leadBodyName) => $"承办单位：{leadBodyName}";

    /// <summary>What is said of a registration.</summary>
    public static string ChannelDetail(CaseChannel channel) => $"来源：{channel.DisplayName()}";
}
