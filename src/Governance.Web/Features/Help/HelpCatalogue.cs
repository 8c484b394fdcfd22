using Governance.Domain.Platform;

namespace Governance.Web.Features.Help;

/// <summary>One page of the user guide.</summary>
/// <param name="Name">Name of the file without ending; also the last part of the address.</param>
/// <param name="Rights">The page matters to whoever holds one of these rights; with none named, to everybody.</param>
public sealed record HelpTopic(string Name, params Permission[] Rights)
{
    /// <summary>Its address in the portal.</summary>
    public string Href => HelpCatalogue.Address(Name);

    /// <summary>True when the page is about something this person does. Everybody may read every page.</summary>
    public bool MattersTo(Actor actor) => Rights.Length == 0 || Rights.Any(actor.May);
}

/// <summary>The pages of the user guide in reading order; the files lie in <c>docs/user-guide</c>.</summary>
public static class HelpCatalogue
{
    /// <summary>Address of the contents.</summary>
    public const string Path = "/help";

    /// <summary>Every page.</summary>
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new("getting-started"),
        new("roles"),
        new("workbench"),
        new("notifications", Permission.ReadAreaCases, Permission.ReadBodyCases),
        new("register", Permission.RegisterCase),
        new("submissions", Permission.TriageSubmission),
        new("handling", Permission.AcceptCase, Permission.HandleCase),
        new("leads", Permission.DispatchCase, Permission.HandleCase),
        new("procedures", Permission.RunProcedure, Permission.ConfirmLimits),
        new("remarks", Permission.CommentCase),
        new("charges", Permission.NameInCharge, Permission.HandleCase),
        new("supervision", Permission.ReadAreaCases, Permission.ReadBodyCases),
        new("participants", Permission.KeepParticipants),
        new("restricted", Permission.ReadAreaCases, Permission.ReadBodyCases),
        new("files", Permission.AttachFiles),
        new("repeats", Permission.MergeCase),
        new("mediation", Permission.ReadMediation),
        new("mediation-items", Permission.ReadMediation),
        new("tasks", Permission.HandleCase, Permission.DispatchCase),
        new("deadlines", Permission.ReadAreaCases, Permission.ReadBodyCases),
        new("lists", Permission.ReadAreaCases, Permission.ReadBodyCases),
        new("bulk", Permission.DispatchCase, Permission.UrgeCase),
        new("reporter", Permission.RevealReporter),
        new("dashboard", Permission.ReadDashboard),
        new("statistics", Permission.ReadDashboard),
        new("ordinance"),
        new("report", Permission.RegisterCase),
        new("lookup", Permission.RegisterCase),
        new("users", Permission.ManageUsers),
        new("interface", Permission.ManageClients),
        new("limits", Permission.ReadSettings),
        new("webhooks", Permission.ManageClients),
        new("audit", Permission.ReadAudit),
        new("questions"),
        new("operations", Permission.ManageUsers),
    ];

    /// <summary>Address of a page.</summary>
    public static string Address(string name) => $"{Path}/{name}";
}
