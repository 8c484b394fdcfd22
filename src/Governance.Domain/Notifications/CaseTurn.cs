using Governance.Domain.Cases;
using Governance.Domain.Leads;
using Governance.Domain.Platform;

namespace Governance.Domain.Notifications;

/// <summary>A body whose turn a case is (轮到谁办), and what it is to do. The workbench of the body lists the same cases.</summary>
/// <param name="BodyCode">The body.</param>
/// <param name="Permission">Right that the step on turn needs.</param>
/// <param name="InAreaOnly">True when the step also needs the case's place inside the person's scope.</param>
public sealed record CaseTurn(string BodyCode, Permission Permission, bool InAreaOnly)
{
    /// <summary>Whose turn the case is now; nobody's when it has ended.</summary>
    public static IReadOnlyList<CaseTurn> Of(Case subject) => subject.State switch
    {
        CaseState.Registered => [Managing(subject, Permission.AcceptCase)],
        CaseState.Accepted => [Managing(subject, Permission.DispatchCase)],
        CaseState.Verifying => [Managing(subject, Permission.VerifyCase)],
        CaseState.Verified => [Managing(subject, Permission.CloseCase)],
        CaseState.Consulting =>
        [
            .. subject.Parties.Where(p => p.Role == LeadPartyRole.Consulted && p.ProposedCode is null)
                .Select(p => new CaseTurn(p.BodyCode, Permission.HandleCase, false)),
        ],
        CaseState.Deciding when subject.TurnBodyCode is { } centre => [new CaseTurn(centre, Permission.DesignateLead, false)],
        CaseState.Dispatched or CaseState.Handling when subject.LeadBodyCode is { } lead => [new CaseTurn(lead, Permission.HandleCase, false)],
        _ => [],
    };

    /// <summary>True when the person is one of those who may take the step.</summary>
    public bool IsOf(Actor person, Case subject) =>
        person.BodyCode == BodyCode && (InAreaOnly ? person.May(Permission, subject.Place) : person.May(Permission));

    private static CaseTurn Managing(Case subject, Permission permission) => new(subject.ManagingBodyCode, permission, true);
}
