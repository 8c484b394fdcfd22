namespace Governance.Web.Features.Help;

/// <summary>Registers what the pages of the user guide need.</summary>
public static class HelpServices
{
    /// <summary>Folder beside the program into which the build copies the guide.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "help");

    /// <summary>Adds the guide.</summary>
    public static IServiceCollection AddHelpPages(this IServiceCollection services) => services.AddSingleton(new HelpLibrary(Folder));
}
