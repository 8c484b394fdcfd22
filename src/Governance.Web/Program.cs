return await Governance.Web.Hosting.PortalProgram.RunAsync(args);

/// <summary>Entry point; public so that tests can start the real host.</summary>
public partial class Program;
