namespace Governance.Web.Features.Intake;

/// <summary>What the public form needs beside its page.</summary>
public static class IntakeEndpoints
{
    private const string PlacesPath = "/report/places";
    private const string FoundPath = "/report/places/found";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddIntakePages(this IServiceCollection services) =>
        services.AddTransient<PublicFormSending>().AddSingleton<ReportToken>().AddSingleton<ReportLimiter>().AddSingleton<ReportPlaces>().AddSingleton<ProtectedIntake>();

    /// <summary>Maps the villages of a township and the places of a name, for the script of the form.</summary>
    public static void MapIntakeEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PlacesPath, (string? township, ReportPlaces places) => places.VillagesOf(township)).AllowAnonymous();
        endpoints.MapGet(FoundPath, (string? find, ReportPlaces places) => places.Find(find)).AllowAnonymous();
    }
}
