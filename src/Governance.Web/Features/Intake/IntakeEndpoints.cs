namespace Governance.Web.Features.Intake;

/// <summary>What the public form needs beside its page.</summary>
public static class IntakeEndpoints
{
    private const string PlacesPath = "/report/places";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddIntakePages(this IServiceCollection services) =>
        services.AddSingleton<ReportToken>().AddSingleton<ReportLimiter>().AddSingleton<ReportPlaces>().AddSingleton<ProtectedIntake>();

    /// <summary>Maps the villages of a township, for the script that fills the second list.</summary>
    public static void MapIntakeEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(PlacesPath, (string? township, ReportPlaces places) => places.VillagesOf(township)).AllowAnonymous();
}
