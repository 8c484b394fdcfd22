using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Governance.Application.Cases;
using Governance.Domain.Cases;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Restricted;

/// <summary>
/// Calls every method of every service that takes a person, found by reflection, with all that one who knows the number of a case could
/// give: a way that somebody adds later is walked as well. Says what each of them gave out.
/// </summary>
internal sealed class EveryWay(PortalServices portal, CaseNumber number, Guid id, uint version, params string[] words)
{
    private readonly string[] _words = [number.Value, .. words];
    private int _turn;

    /// <summary>Number of a submission, for the ways that ask for one.</summary>
    public SubmissionNumber? Submission { get; init; }

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, MaxDepth = 256, ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles };

    /// <summary>Every method of a service that takes a person.</summary>
    public static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(CaseService).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && t.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor)) && !m.IsSpecialName)
            .OrderBy(m => m.DeclaringType!.Name).ThenBy(m => m.Name).ThenBy(m => m.GetParameters().Length),
    ];

    /// <summary>Walks all ways as a person and gives what came out, way by way.</summary>
    public async Task<IReadOnlyList<(string Way, string Said)>> WalkAsync(Actor actor)
    {
        var said = new List<(string, string)>();
        foreach (var method in Methods)
            for (_turn = 0; _turn < Turns(method); _turn++)
                said.Add(($"{method.DeclaringType!.Name}.{method.Name}", await SayAsync(method, actor, _words[_turn % _words.Length])));
        return said;
    }

    // A command that names a step is given each of them.
    private int Turns(MethodInfo method) => method.GetParameters().Any(p => p.ParameterType.GetProperties().Any(f => f.PropertyType == typeof(CaseStepKind)))
        ? Enum.GetValues<CaseStepKind>().Length
        : _words.Length;

    private async Task<string> SayAsync(MethodInfo method, Actor actor, string word)
    {
        try
        {
            var service = typeof(PortalServices).GetMethod(nameof(PortalServices.Get))!.MakeGenericMethod(method.DeclaringType!).Invoke(portal, null);
            var given = method.GetParameters().Select(p => p.ParameterType == typeof(Actor) ? actor : Make(p, word, 0)).ToArray();
            return await TellAsync(method.Invoke(service, given));
        }
        catch (TargetInvocationException fault)
        {
            return fault.InnerException!.ToString();
        }
        catch (Exception fault) when (fault is not ShouldAssertException)
        {
            return fault.ToString();
        }
    }

    private static async Task<string> TellAsync(object? outcome)
    {
        if (outcome is Task task)
        {
            await task;
            outcome = task.GetType().GetProperty("Result")?.GetValue(task);
        }
        if (outcome is null or string)
            return outcome as string ?? "";
        if (outcome.GetType() is { IsGenericType: true } result && result.Name.StartsWith("Result", StringComparison.Ordinal))
        {
            var errors = (IEnumerable)result.GetProperty("Errors")!.GetValue(outcome)!;
            return errors.Cast<object>().Any() ? Tell(errors) : await TellAsync(result.GetProperty("Value")!.GetValue(outcome));
        }
        if (outcome.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } rows)
            return await (Task<string>)typeof(EveryWay).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(rows.GetGenericArguments()).Invoke(null, [outcome])!;
        return Tell(outcome);
    }

    private static async Task<string> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var text = new StringBuilder();
        await foreach (var row in rows)
            text.AppendLine(Tell(row!));
        return text.ToString();
    }

    private static string Tell(object value) => $"{value} {System.Text.RegularExpressions.Regex.Unescape(JsonSerializer.Serialize(value, value.GetType(), Json))}";

    // What may be left out is left out: a page that is not asked for is the first.
    private object? Make(ParameterInfo parameter, string word, int depth) =>
        parameter.HasDefaultValue && parameter.ParameterType != typeof(string) && !parameter.ParameterType.IsEnum
            ? parameter.DefaultValue ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)
            : Make(parameter.ParameterType, parameter.Name!, word, depth);

    /// <summary>Something to give for a parameter: the number, the key, a word, or a record made of such things.</summary>
    private object? Make(Type type, string name, string word, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            // A filter that is not asked for finds most.
            return inner == typeof(Guid) ? id : inner == typeof(uint) ? version : null;
        if (type == typeof(string))
            return name.Contains("number", StringComparison.OrdinalIgnoreCase) ? Submission?.Value ?? number.Value : word;
        if (type == typeof(CaseNumber)) return number;
        if (type == typeof(SubmissionNumber) && Submission is not null) return Submission;
        if (type == typeof(Guid)) return id;
        if (type == typeof(uint)) return version;
        if (type == typeof(AreaCode)) return AreaCode.Parse("150102000000");
        if (type == typeof(CancellationToken)) return CancellationToken.None;
        if (type == typeof(bool)) return false;
        if (type == typeof(DateTimeOffset)) return portal.Clock.Now;
        if (type.IsEnum) return Enum.GetValues(type) is var all ? all.GetValue(_turn % all.Length) : null;
        if (type.IsInterface && type.IsGenericType && type.GetGenericArguments() is [var element]) return Array.CreateInstance(element, 0);
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (depth > 4 || type.IsInterface || type.IsAbstract || typeof(Delegate).IsAssignableFrom(type)) return null;
        var made = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault(c => c.GetParameters().All(p => p.ParameterType != type)) is { } constructor
            ? constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p, word, depth + 1))])
            : RuntimeHelpers.GetUninitializedObject(type);
        // The text of a filter is set apart from its constructor.
        foreach (var text in type.GetProperties().Where(p => p.Name == "Text" && p.SetMethod is not null && p.PropertyType == typeof(string)))
            text.SetValue(made, word);
        return made;
    }
}
