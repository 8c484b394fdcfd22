using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>A fault in a city pack.</summary>
/// <param name="File">File name inside the pack.</param>
/// <param name="Line">Line in the file, 1 for the header; 0 when the file as a whole is meant.</param>
/// <param name="Reason">What is wrong, in Chinese.</param>
public sealed record PackProblem(string File, int Line, string Reason)
{
    /// <summary>The fault in one line: divisions.csv 第 12 行：代码重复.</summary>
    public override string ToString() => Line > 0 ? $"{File} 第 {Line} 行：{Reason}" : $"{File}：{Reason}";
}

/// <summary>What reading a pack gave: the pack, or the faults that forbid its use.</summary>
/// <param name="Pack">The pack; null when there is any fault.</param>
/// <param name="Problems">The faults; empty when there is a pack.</param>
public sealed record PackReading(CityPack? Pack, IReadOnlyList<PackProblem> Problems);
