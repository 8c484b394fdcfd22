using System.Reflection;
using System.Reflection.Emit;

namespace Governance.UnitTests.Architecture;

/// <summary>Reads from the compiled code which members it calls; what the compiler made of pages is seen as well.</summary>
internal static class CompiledCalls
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Every call of an assembly.</summary>
    public static IEnumerable<(Type Caller, MethodBase Called)> Of(Assembly assembly) => assembly.GetTypes().SelectMany(type =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            .SelectMany(method => CallsOf(method).Select(called => (type, called))));

    private static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = (short)code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            var operation = OpCodesByValue[value];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Resolve(method, BitConverter.ToInt32(code, at)) is { } called)
                yield return called;
            at += SizeOf(operation, code, at);
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null) as MethodBase;
    }

    private static int SizeOf(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
