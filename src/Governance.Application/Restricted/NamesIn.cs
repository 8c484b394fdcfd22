namespace Governance.Application.Restricted;

/// <summary>What in a free text about persons looks like a name: two to four Chinese characters by themselves that are no common word.</summary>
internal static class NamesIn
{
    private static readonly char[] Separators = [.. "、，,；;。 　\n\t（）()和与跟及"];

    private static readonly string[] Common = ["同学", "学生", "老师", "男生", "女生", "班", "年级", "几个", "一个", "不知", "不认", "高", "初", "我", "他", "她"];

    /// <summary>The names of a text; none for null.</summary>
    public static IEnumerable<string> Text(string? text) => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part.Length is >= 2 and <= 4 && part.All(c => c is >= '\u4e00' and <= '\u9fff'))
        .Where(part => !Common.Any(word => part.Contains(word, StringComparison.Ordinal)));
}
