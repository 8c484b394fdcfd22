using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Governance.Application;
using Governance.Domain.Common;
using Governance.Infrastructure.Persistence;

namespace Governance.UnitTests.Architecture;

/// <summary>The house: layers are projects, and nothing reaches upwards.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Error).Assembly;
    private static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    private static readonly Assembly Infrastructure = typeof(GovernanceDbContext).Assembly;
    private static readonly Assembly Web = typeof(Governance.Web.PortalShell).Assembly;

    private static readonly string[] ComponentLibraries =
        ["Microsoft.AspNetCore.Components", "BootstrapBlazor", "MudBlazor", "AntDesign", "Radzen", "Microsoft.FluentUI"];

    [Fact]
    public void Each_layer_knows_only_the_layers_below_it()
    {
        Known(Domain).ShouldBeEmpty();
        Known(Application).ShouldBeSubsetOf(["Governance.Domain"]);
        Known(Infrastructure).ShouldBeSubsetOf(["Governance.Domain", "Governance.Application"]);
        Known(Web).ShouldBeSubsetOf(["Governance.Domain", "Governance.Application", "Governance.Infrastructure"]);
    }

    [Fact]
    public void Project_files_point_downwards_only()
    {
        Projects("Governance.Domain").ShouldBeEmpty();
        Projects("Governance.Application").ShouldBe(["Governance.Domain"]);
        Projects("Governance.Infrastructure").ShouldBe(["Governance.Application"]);
        Projects("Governance.Web").ShouldBeSubsetOf(["Governance.Application", "Governance.Infrastructure"]);
    }

    [Fact]
    public void The_domain_depends_on_nothing_but_the_runtime()
    {
        Domain.GetReferencedAssemblies().Select(a => a.Name!).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
        Elements("Governance.Domain", "PackageReference").ShouldBeEmpty();
        Elements("Governance.Domain", "FrameworkReference").ShouldBeEmpty();
    }

    [Fact]
    public void Neither_domain_nor_application_reads_a_clock()
    {
        string[] clocks = ["get_Now", "get_UtcNow", "get_Today", "get_TickCount", "get_TickCount64", "GetTimestamp", "get_System"];
        foreach (var layer in new[] { Domain, Application })
            CompiledCalls.Of(layer)
                .Where(call => (clocks.Contains(call.Called.Name) && call.Called.DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
                    || (call.Called.Name == nameof(Guid.CreateVersion7) && call.Called.GetParameters().Length == 0))
                .Select(call => $"{call.Caller} calls {call.Called.DeclaringType}.{call.Called.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void The_database_context_stays_in_infrastructure()
    {
        foreach (var layer in new[] { Domain, Application, Web })
        {
            layer.GetReferencedAssemblies().Select(a => a.Name!)
                .ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal), layer.GetName().Name);
            CompiledCalls.Of(layer).SelectMany(call => Types(call.Called)).ShouldNotContain(typeof(GovernanceDbContext));
        }
        foreach (var path in SourceTree.Files("src/Governance.Web", ".cs", ".razor"))
            SourceTree.ReadCode(path).Contains("DbContext", StringComparison.Ordinal).ShouldBeFalse(path);
    }

    [Fact]
    public void Component_libraries_stay_in_the_web_layer()
    {
        foreach (var layer in new[] { Domain, Application, Infrastructure })
            layer.GetReferencedAssemblies().Select(a => a.Name!)
                .ShouldNotContain(name => ComponentLibraries.Any(l => name.StartsWith(l, StringComparison.Ordinal)), layer.GetName().Name);
    }

    [Fact]
    public void Pages_never_show_what_an_exception_says()
    {
        string[] telling = ["get_Message", "ToString", "get_StackTrace", "get_InnerException", "get_Data"];
        CompiledCalls.Of(Web)
            .Where(call => call.Caller.FullName!.StartsWith("Governance.Web.Components", StringComparison.Ordinal)
                || call.Caller.FullName.StartsWith("Governance.Web.Features", StringComparison.Ordinal))
            .Where(call => telling.Contains(call.Called.Name) && typeof(Exception).IsAssignableFrom(call.Called.DeclaringType))
            .Select(call => $"{call.Caller} calls {call.Called.DeclaringType}.{call.Called.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_can_set_a_property_of_the_domain_from_outside() =>
        // A public setter on an entity of the domain would let any layer change a case without a step.
        Domain.GetTypes().Where(t => t is { IsPublic: true, IsClass: true } && !IsRecord(t))
            .SelectMany(t => t.GetProperties()).Where(p => p.SetMethod is { IsPublic: true } set && !IsInit(set))
            .Select(p => $"{p.DeclaringType}.{p.Name}").ShouldBeEmpty();

    [Fact]
    public void Packages_are_pinned_exactly_and_none_has_a_licence_that_does_not_suit()
    {
        string[] unsuitable = ["MediatR", "AutoMapper", "FluentAssertions", "MassTransit", "QuestPDF", "SixLabors.ImageSharp", "EPPlus", "Moq"];
        var packages = XDocument.Parse(SourceTree.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(e => (Name: e.Attribute("Include")!.Value, Version: e.Attribute("Version")!.Value)).ToList();

        packages.ShouldNotBeEmpty();
        packages.ShouldAllBe(p => Regex.IsMatch(p.Version, @"^\d+(\.\d+){1,3}$"));
        packages.Select(p => p.Name).ShouldNotContain(name => unsuitable.Contains(name));
    }

    private static IEnumerable<string> Known(Assembly layer) =>
        layer.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("Governance.", StringComparison.Ordinal));

    private static IEnumerable<string> Projects(string project) =>
        Elements(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Elements(string project, string element) =>
        XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj")).Descendants(element).Select(e => e.Attribute("Include")!.Value);

    private static IEnumerable<Type> Types(MethodBase called) =>
        called.GetParameters().Select(p => p.ParameterType).Append(called.DeclaringType!).SelectMany(t => t.GetGenericArguments().Append(t));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
