namespace Governance.Application.Imports;

/// <summary>What was wrong with a file or one of its rows.</summary>
/// <param name="Line">Line in the file on which the row starts, 1 for the header; 0 when the file as a whole is meant.</param>
/// <param name="Reason">What is wrong, in Chinese, without the content of the row.</param>
public sealed record ImportFault(int Line, string Reason)
{
    /// <summary>The fault in one line: 第 12 行：标题为空.</summary>
    public override string ToString() => Line > 0 ? $"第 {Line} 行：{Reason}" : Reason;
}

/// <summary>What an import did.</summary>
/// <param name="Rows">Rows the file has, without the header.</param>
/// <param name="Added">Rows that were new or changed something.</param>
/// <param name="Known">Rows that were there already.</param>
/// <param name="Faults">Why rows, or the whole file, were refused; in order of the lines.</param>
/// <param name="FileRefused">True when nothing of the file was taken.</param>
public sealed record ImportReport(int Rows, int Added, int Known, IReadOnlyList<ImportFault> Faults, bool FileRefused)
{
    /// <summary>A file of which nothing was taken.</summary>
    public static ImportReport Refused(IReadOnlyList<ImportFault> faults, int rows = 0) => new(rows, 0, 0, faults, true);
}
