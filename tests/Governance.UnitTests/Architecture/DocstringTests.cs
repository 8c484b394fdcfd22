using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Governance.Application;
using Governance.Domain.Common;

namespace Governance.UnitTests.Architecture;

/// <summary>Every public type and member of the domain and of the use cases says what it means.</summary>
public sealed class DocstringTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData(typeof(Error))]
    [InlineData(typeof(ApplicationServices))]
    public void Every_public_type_and_member_carries_a_docstring(Type layer)
    {
        var said = Docstrings(layer.Assembly);
        var missing = layer.Assembly.GetExportedTypes().Where(t => !Made(t)).SelectMany(type => Missing(type, said)).ToList();

        missing.ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(Type type, ILookup<string, string> said)
    {
        var name = type.FullName!.Replace('+', '.');
        if (!said.Contains("T:" + name))
            yield return name;
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(Own | BindingFlags.Static).Where(f => f.IsLiteral && !said.Contains($"F:{name}.{f.Name}")))
                yield return $"{name}.{field.Name}";
            yield break;
        }
        var record = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        // What stands in the head of a record is explained there.
        var head = record ? type.GetConstructors(Own | BindingFlags.NonPublic).SelectMany(c => c.GetParameters()).Select(p => p.Name!).ToHashSet() : [];
        foreach (var property in type.GetProperties(Own).Where(p => !Made(p) && !Made(p.GetMethod!) && !head.Contains(p.Name)))
            if (!said.Contains($"P:{name}.{property.Name}"))
                yield return $"{name}.{property.Name}";
        foreach (var field in type.GetFields(Own).Where(f => !Made(f) && !said.Contains($"F:{name}.{f.Name}")))
            yield return $"{name}.{field.Name}";
        var methods = type.GetMethods(Own).Where(m => !Made(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)));
        foreach (var overloads in methods.GroupBy(m => m.Name))
            if (said[$"M:{name}.{overloads.Key}"].Count() < overloads.Count())
                yield return $"{name}.{overloads.Key}";
        if (!record && type.GetConstructors(Own).Count(c => c.GetParameters().Length > 0) is > 0 and var count && !HasHead(type, said)
            && said[$"M:{name}.#ctor"].Count() < count)
            yield return $"{name}.#ctor";
    }

    // A class with a primary constructor is explained with its type.
    private static bool HasHead(Type type, ILookup<string, string> said) =>
        type.GetConstructors(Own).Length == 1 && !said.Contains($"M:{type.FullName!.Replace('+', '.')}.#ctor")
        && type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Any(f => f.Name.StartsWith('<') && f.Name.EndsWith(">P", StringComparison.Ordinal));

    private static bool Made(MemberInfo member) => member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;

    /// <summary>The ids of everything documented, methods without their parameters.</summary>
    private static ILookup<string, string> Docstrings(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Elements().Any(e => e.Name == "inheritdoc" || (e.Name == "summary" && !string.IsNullOrWhiteSpace(e.Value + e.FirstNode))))
            .Select(m => m.Attribute("name")!.Value).ToLookup(id => id.Split('(', '~')[0].Split("``")[0]);
}
