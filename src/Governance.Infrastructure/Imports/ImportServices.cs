using Governance.Application.Imports;
using Governance.Infrastructure.Demo;
using Governance.Infrastructure.Generation;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Infrastructure.Imports;

/// <summary>Registers the imports.</summary>
public static class ImportServices
{
    /// <summary>Adds the bulk writer, the imports of operators' files, the demo data and the generator; they hold no state.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ICaseBulkWriter, CaseBulkWriter>();
        services.AddSingleton<MessageImport>();
        services.AddSingleton<ReferenceImport>();
        services.AddSingleton<MediationImport>();
        services.AddSingleton<DemoMediation>();
        services.AddSingleton<DemoFolders>();
        services.AddSingleton<DemoDailyWork>();
        services.AddSingleton<DemoData>();
        services.AddSingleton<CityGenerator>();
        services.AddSingleton<DeliveryRun>();
        return services;
    }
}
