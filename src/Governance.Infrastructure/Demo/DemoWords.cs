using System.Globalization;

namespace Governance.Infrastructure.Demo;

/// <summary>Invented names of people and places, and the phrases people note beside their steps.</summary>
internal static class DemoWords
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗",
        "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "田", "董", "潘", "袁", "蔡", "蒋", "余", "杜",
    ];

    private static readonly string[] GivenNames =
    [
        "秀兰", "建军", "海燕", "志强", "桂芳", "文博", "春梅", "国庆", "晓东", "玉珍", "永刚", "丽娜", "德山", "红霞", "俊杰",
        "淑琴", "立新", "雪梅", "宏伟", "慧敏", "长河", "艳红", "树林", "思远", "凤英", "继平", "佳宁", "学文", "素云", "子涵",
    ];

    private static readonly string[] Estates =
    [
        "和顺家园", "金桂苑", "春晖里", "书香雅居", "北苑新村", "安居小区", "望山庭", "阳光里", "融和苑", "百福园", "景泰家园", "丁香里",
        "锦绣新居", "清水湾小区", "邻里花园", "长宁苑",
    ];

    private static readonly string[] Roads =
        ["建设巷", "文化街", "东升路", "平安路", "团结街", "胜利巷", "育才路", "康乐街", "新风路", "振兴街", "幸福路", "槐树街"];

    private static readonly string[] Groups = ["一组", "二组", "三组", "四组", "东头组", "西头组", "南湾组", "北坡组"];

    private static readonly string[] Corners = ["东门附近", "主路口", "单元门前", "院内", "南侧", "北墙外", "广场旁", ""];

    private static readonly Dictionary<DemoNote, string[]> Notes = new()
    {
        [DemoNote.Accepted] = ["属于受理范围。", "材料齐全，予以受理。", ""],
        [DemoNote.Refused] =
        [
            "所反映事项已由人民法院立案审理，请依照法定程序处理。",
            "所反映事项此前已办结并答复，没有新的事实和理由。",
            "反映内容缺少具体地点，经联系未能补充，请补充后再次反映。",
        ],
        [DemoNote.Dispatched] = ["请按职责办理，期限内反馈结果。", "请先联系反映人，再到现场核实。", "情况较急，请尽快安排。", ""],
        [DemoNote.Returned] = ["经核实，该事项不属于本单位职责，建议改派。", "管理权属不在本单位，请另行指定承办单位。"],
        [DemoNote.Recalled] = ["承办单位选择有误，收回改派。", "反映人补充了情况，需要改由其他单位承办。"],
        [DemoNote.Passed] = ["电话回访反映人，对结果表示满意。", "现场查看，处理情况属实。", "已与反映人当面确认。"],
        [DemoNote.Failed] = ["回访反映人，问题仍未解决，请继续办理。", "现场查看，整改不到位，请返工。"],
        [DemoNote.Reopened] = ["反映人来电称问题再次出现。", "回访发现答复事项尚未落实。"],
    };

    /// <summary>A person's name.</summary>
    public static string Person(Random random) => Pick(Surnames, random) + Pick(GivenNames, random);

    /// <summary>A telephone number that is plainly invented.</summary>
    public static string Phone(Random random) => "1380000" + random.Next(0, 10_000).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A corner of a place; may be empty.</summary>
    public static string Corner(Random random) => Pick(Corners, random);

    /// <summary>A phrase noted beside a step; may be empty where nothing has to be said.</summary>
    public static string Note(DemoNote note, Random random) => Pick(Notes[note], random);

    /// <summary>Fills the blanks of several texts alike.</summary>
    public static IReadOnlyList<string> Fill(IEnumerable<string> texts, bool urban, Random random)
    {
        var (estate, road, group) = (Pick(Estates, random), Pick(Roads, random), Pick(Groups, random));
        var building = random.Next(1, 19).ToString(CultureInfo.InvariantCulture);
        return
        [
            .. texts.Select(text => text
                .Replace("{小区}", urban ? estate : "村里", StringComparison.Ordinal)
                .Replace("{村组}", urban ? estate : group, StringComparison.Ordinal)
                .Replace("{路}", urban ? road : "村口公路", StringComparison.Ordinal)
                .Replace("{楼}", building, StringComparison.Ordinal)),
        ];
    }

    /// <summary>One of several.</summary>
    public static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}

/// <summary>Steps beside which people note a phrase.</summary>
internal enum DemoNote
{
    Accepted,
    Refused,
    Dispatched,
    Returned,
    Recalled,
    Passed,
    Failed,
    Reopened,
}
