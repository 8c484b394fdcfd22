using System.Globalization;
using System.Text;
using Governance.Domain.Cities;

namespace Governance.Infrastructure.Cities;

/// <summary>
/// Reads and writes <c>category-model.csv</c>, which a pack may go without: a column for the pair and one for each class, a line for each
/// pair in order of the characters, empty where a pair says nothing of a class. The line <c>*</c> holds what every pair costs a class.
/// </summary>
public static class CategoryModelFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "category-model.csv";

    private const string PairColumn = "pair";
    private const string BiasRow = "*";
    private const int MostWeight = 9999;

    /// <summary>The text of the file; the same model gives the same text.</summary>
    public static string Write(CategoryModel model)
    {
        var text = new StringBuilder().AppendJoin(',', model.Labels.Prepend(PairColumn)).Append('\n')
            .AppendJoin(',', model.Biases.Select(Number).Prepend(BiasRow)).Append('\n');
        foreach (var pair in model.Pairs.OrderBy(p => p.Pair, StringComparer.Ordinal))
            text.AppendJoin(',', pair.Weights.Select(w => w == 0 ? "" : Number(w)).Prepend(pair.Pair)).Append('\n');
        return text.ToString();
    }

    /// <summary>The model; null when the pack has none or it cannot be read, the faults then noted.</summary>
    internal static CategoryModel? Read(PackFiles files, IReadOnlyList<MessageLabel> labels)
    {
        if (!files.Has(Name))
            return null;
        string[] names = [.. labels.Select(l => l.Label)];
        var rows = files.Rows(Name, [PairColumn, .. names]);
        var biases = Array.Empty<int>();
        var pairs = new List<PairWeights>(rows.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var pair = row[PairColumn];
            if (!seen.Add(pair))
                row.Refuse($"{pair} 重复");
            else if (pair == BiasRow)
                biases = [.. names.Select(name => Whole(row, name, -MostWeight, 0))];
            else if (pair.Length != 2 || !pair.All(CategoryModel.IsChinese))
                row.Refuse($"{PairColumn} 应为两个汉字：{pair}");
            else
                pairs.Add(new PairWeights(pair, [.. names.Select(name => row[name].Length == 0 ? 0 : Whole(row, name, 1, MostWeight))]));
        }

        if (biases.Length == names.Length)
            return new CategoryModel(names, biases, pairs);
        files.Refuse(Name, 0, $"缺少 {BiasRow} 一行");
        return null;
    }

    private static int Whole(PackRow row, string column, int min, int max)
    {
        if (int.TryParse(row[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        row.Refuse($"{column} 应为 {min} 至 {max} 的整数：{row[column]}");
        return min;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
