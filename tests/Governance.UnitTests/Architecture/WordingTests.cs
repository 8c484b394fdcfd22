using System.Reflection;
using System.Text.RegularExpressions;
using Governance.Application;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Submissions;
using Governance.Infrastructure.Persistence;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Architecture;

/// <summary>What the portal says: refusals, grounds, the names of what the audit trail keeps.</summary>
public sealed partial class WordingTests
{
    private static readonly Type[] ErrorTypes =
    [
        .. new[] { typeof(Error), typeof(ApplicationServices), typeof(GovernanceDbContext), typeof(Governance.Web.PortalShell) }
            .SelectMany(layer => layer.Assembly.GetTypes()).Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Error))),
    ];

    public static TheoryData<Type> EveryError() => new(ErrorTypes);

    [Theory]
    [MemberData(nameof(EveryError))]
    public void A_refusal_is_a_chinese_sentence_with_a_stable_code(Type type)
    {
        foreach (var error in Samples(type))
        {
            error.Code.ShouldMatch("^[a-z]+(-[a-z]+)*[.][a-z0-9]+(-[a-z0-9]+)*$");
            error.Message.ShouldMatch("[。！？]$");
            error.Message.ShouldMatch("\\p{IsCJKUnifiedIdeographs}");
            Latin().Matches(FileKinds().Replace(error.Message, "")).ShouldBeEmpty(error.Message);
            AsciiPunctuation().Matches(error.Message).ShouldBeEmpty(error.Message);
        }
    }

    [Fact]
    public void No_two_refusals_share_a_code() =>
        ErrorTypes.Select(type => Samples(type)[0].Code).ShouldBeUnique();

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_ground_the_code_names_is_explained_in_the_pack(string city)
    {
        var used = SourceTree.Files("src", ".cs", ".razor").SelectMany(path => GroundInCode().Matches(SourceTree.ReadCode(path)).Select(m => m.Groups[1].Value))
            .Concat(CaseStepRule.All.Select(r => r.Ground!).Where(g => g is not null)).Concat(GroundKeys.All).ToHashSet();

        used.Count.ShouldBeGreaterThanOrEqualTo(GroundKeys.All.Count);
        used.Where(key => Packs.Of(city).FindGround(key) is null).ShouldBeEmpty();
    }

    [Fact]
    public void The_list_of_grounds_holds_every_constant() =>
        typeof(GroundKeys).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetValue(null)!).ShouldBe(GroundKeys.All, ignoreOrder: true);

    [Fact]
    public void Every_action_the_trail_can_keep_has_a_chinese_name()
    {
        var written = SourceTree.Files("src", ".cs").Select(SourceTree.ReadCode).Where(code => code.Contains("AuditRecord(", StringComparison.Ordinal))
            .SelectMany(code => ActionInCode().Matches(code).Select(m => m.Groups[1].Value))
            .Concat(Enum.GetValues<CaseStepKind>().Select(k => "case." + k.ToString().ToLowerInvariant()))
            .Concat(Enum.GetValues<SubmissionStepKind>().Select(k => "submission." + k.ToString().ToLowerInvariant()))
            .Concat(typeof(AuditActions).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetValue(null)!));

        written.Where(action => !AuditActions.All.ContainsKey(action)).ShouldBeEmpty();
        AuditActions.All.Values.ShouldAllBe(name => name.All(c => c >= 0x4E00 && c <= 0x9FFF));
        AuditActions.All.Values.ShouldBeUnique();
    }

    [Fact]
    public void Every_state_channel_urgency_and_step_has_a_name_of_its_own()
    {
        Enum.GetValues<CaseState>().Select(v => v.DisplayName()).ShouldBeUnique();
        Enum.GetValues<CaseChannel>().Select(v => v.DisplayName()).ShouldBeUnique();
        Enum.GetValues<CaseUrgency>().Select(v => v.DisplayName()).ShouldBeUnique();
        Enum.GetValues<CaseStepKind>().Select(v => v.DisplayName()).ShouldBeUnique();
    }

    private static List<Error> Samples(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.GetParameters().Aggregate<ParameterInfo, IEnumerable<object?[]>>(
                [[]], (rows, parameter) => [.. rows.SelectMany(row => Values(parameter.Name!, parameter.ParameterType).Select(value => (object?[])[.. row, value]))])
            .Select(arguments => (Error)constructor.Invoke(arguments)).ToList();
    }

    private static IEnumerable<object?> Values(string name, Type type) => type switch
    {
        // A reason comes as whole sentences from a rule that has tests of its own.
        _ when type == typeof(string) => [name == "Reason" ? "某项不合要求。" : "某项"],
        _ when type == typeof(int) || type == typeof(long) => [Convert.ChangeType(7, type, null)],
        { IsEnum: true } => Enum.GetValues(type).Cast<object?>(),
        _ when type == typeof(DateOnly) => [new DateOnly(2026, 3, 10)],
        _ when type.IsAssignableTo(typeof(IEnumerable<string>)) || type == typeof(IReadOnlyList<string>) => [new[] { "某项" }],
        _ => throw new NotSupportedException($"Say here how a sample of {type} looks."),
    };

    // Kinds of files that everybody calls by these names.
    [GeneratedRegex("JPG|PNG|PDF|Word|Excel")]
    private static partial Regex FileKinds();

    // A time written as 2019-05-06T08:30:00 is no English.
    [GeneratedRegex("(?<![0-9])[A-Za-z]+|[A-Za-z]{2,}")]
    private static partial Regex Latin();

    [GeneratedRegex("""(?<![0-9])[,;:?!"'()]""")]
    private static partial Regex AsciiPunctuation();

    [GeneratedRegex("""(?:\bGround(?:Key)?\s*[=:(]|FindGround\(|\bground:)\s*["]([a-z]+[.][a-z-]+)["]""")]
    private static partial Regex GroundInCode();

    [GeneratedRegex("""["]((?:case|submission|client|attachment|user|settings|import|dashboard|audit)[.][a-z-]+)["]""")]
    private static partial Regex ActionInCode();
}
