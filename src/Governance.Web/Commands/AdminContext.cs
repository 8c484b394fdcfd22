using Governance.Domain.Cities;
using Governance.Web.Hosting;

namespace Governance.Web.Commands;

/// <summary>What a verb works with.</summary>
/// <param name="options">The operator's options.</param>
/// <param name="pack">The city pack as its files have it.</param>
/// <param name="services">Services in a scope of the verb's own.</param>
/// <param name="input">Standard input.</param>
/// <param name="output">Results, progress and the closing count.</param>
/// <param name="error">Why something was refused.</param>
/// <param name="time">The clock that spaces progress lines.</param>
public sealed class AdminContext(
    PortalOptions options, CityPack pack, IServiceProvider services, TextReader input, TextWriter output, TextWriter error, TimeProvider time)
{
    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(1);
    private long _lastProgress = time.GetTimestamp();

    /// <summary>The operator's options.</summary>
    public PortalOptions Options => options;

    /// <summary>The city pack as its files have it, for verbs that work on the files.</summary>
    public CityPack Pack => pack;

    /// <summary>Services in a scope of the verb's own.</summary>
    public IServiceProvider Services => services;

    /// <summary>Standard input.</summary>
    public TextReader Input => input;

    /// <summary>Results, progress and the closing count.</summary>
    public TextWriter Output => output;

    /// <summary>Why something was refused.</summary>
    public TextWriter Error => error;

    /// <summary>Tells how far long work has come, at most once a second: call it as often as is convenient.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="total">Of how many, or null when that is not known.</param>
    /// <param name="unit">What is counted, with its measure word, e.g. <c>行</c>.</param>
    public void Progress(long done, long? total, string unit)
    {
        if (time.GetElapsedTime(_lastProgress) < ProgressPause) return;
        _lastProgress = time.GetTimestamp();
        output.WriteLine(total is { } all ? $"已处理 {done} / {all} {unit}" : $"已处理 {done} {unit}");
    }
}
