using System.Globalization;
using System.Text;

namespace Governance.EndToEndTests.Support;

/// <summary>A file of citizens' messages, loaded the way an operator does: enough rows for lists of more than one page.</summary>
internal static class SampleMessages
{
    /// <summary>Word in every title.</summary>
    public const string Word = "银杏苑";

    /// <summary>How many there are.</summary>
    public const int Count = 112;

    private static readonly string[] Matters =
        ["路灯不亮", "楼道堆放杂物", "物业不退押金", "拖欠工资", "噪声扰民", "供暖温度不够", "井盖破损", "占道经营"];

    /// <summary>Writes the file and loads it.</summary>
    public static async Task LoadAsync(PortalServer server)
    {
        var text = new StringBuilder("message_id,title,created_at,body,l1_label,reply,replied_at\n");
        var first = DateTime.UtcNow.AddHours(8).AddDays(-40);
        for (var i = 0; i < Count; i++)
        {
            var at = first.AddHours(i * 7).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            var replied = i % 4 == 0 ? $"已处理，感谢反映。,{first.AddHours(i * 7 + 50):yyyy-MM-ddTHH:mm:ss}" : ",";
            text.Append(CultureInfo.InvariantCulture, $"J{i:000},{Word}{i + 1}号院{Matters[i % Matters.Length]},{at},居民反映{Matters[i % Matters.Length]}，请尽快解决。,,{replied}\n");
        }
        var file = Path.Combine(server.DataFolder, "messages.csv");
        await File.WriteAllTextAsync(file, text.ToString());
        await server.AdminAsync("import-messages", file);
    }
}
