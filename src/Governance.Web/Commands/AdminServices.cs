namespace Governance.Web.Commands;

/// <summary>Registers administration verbs.</summary>
public static class AdminServices
{
    /// <summary>Adds the portal's verbs. Those of a feature are added here too, one line each.</summary>
    public static IServiceCollection AddAdminVerbs(this IServiceCollection services)
    {
        services.AddAdminVerb<MigrateVerb>();
        services.AddAdminVerb<ImportDivisionsVerb>();
        services.AddAdminVerb<ImportCalendarVerb>();
        services.AddAdminVerb<ImportMessagesVerb>();
        services.AddAdminVerb<ImportCommitteesVerb>();
        services.AddAdminVerb<ImportMediatorsVerb>();
        services.AddAdminVerb<DemoVerb>();
        services.AddAdminVerb<GenerateVerb>();
        services.AddAdminVerb<DeliverVerb>();
        services.AddAdminVerb<CreateUserVerb>();
        services.AddAdminVerb<LearnCategoriesVerb>();
        foreach (var program in PostgresClientVerb.Programs)
            services.AddScoped<IAdminVerb>(_ => new PostgresClientVerb(program.Name, program.Summary));
        return services;
    }

    /// <summary>Adds one verb.</summary>
    public static IServiceCollection AddAdminVerb<T>(this IServiceCollection services) where T : class, IAdminVerb =>
        services.AddScoped<IAdminVerb, T>();
}
