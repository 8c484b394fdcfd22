using System.Text;
using Governance.Infrastructure.Cities;

namespace Governance.UnitTests.Cities;

/// <summary>One thing broken at a time in a copy of a pack; the reader must say where and what.</summary>
public sealed class BrokenPackTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pack").FullName;
    private readonly string _pack;

    public BrokenPackTests()
    {
        _pack = Path.Combine(_root, "hohhot");
        Directory.CreateDirectory(_pack);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Packs.Root, "hohhot")))
            File.Copy(file, Path.Combine(_pack, Path.GetFileName(file)));
        var national = Path.Combine(Packs.Root, "national");
        foreach (var file in Directory.EnumerateFiles(national, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_root, "national", Path.GetRelativePath(national, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void An_untouched_copy_is_accepted() => CityPackReader.Read(_pack).Problems.ShouldBeEmpty();

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        CityPackCatalog.Read(_root, "nowhere").Problems.ShouldHaveSingleItem().Reason.ShouldBe("没有这个城市包，可用：hohhot");

    [Theory]
    [InlineData("city.json")]
    [InlineData("divisions.csv")]
    [InlineData("bodies.csv")]
    [InlineData("categories.csv")]
    [InlineData("category-keywords.csv")]
    [InlineData("message-labels.csv")]
    [InlineData("time-limits.csv")]
    [InlineData("calendar.csv")]
    [InlineData("grounds.csv")]
    [InlineData("mediation-trades.csv")]
    [InlineData("mediation-items.csv")]
    [InlineData("restrictions.csv")]
    [InlineData("ordinance.txt")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(_pack, file));
        Problems().ShouldContain(new PackProblem(file, 0, "文件缺失"));
    }

    [Fact]
    public void A_pack_may_go_without_a_category_model_and_then_the_table_proposes()
    {
        File.Delete(Path.Combine(_pack, "category-model.csv"));
        var pack = CityPackReader.Read(_pack).Pack.ShouldNotBeNull();
        pack.Contents.CategoryModel.ShouldBeNull();
        pack.Proposer.Propose("家里暖气不热", "")[0].Category.ShouldBe("0301");
    }

    [Theory]
    [InlineData("一一,", "甲,", "pair 应为两个汉字：甲")]
    [InlineData("一一,", "一A,", "pair 应为两个汉字：一A")]
    [InlineData("一一,10", "一一,-10", "城乡建设 应为 1 至 9999 的整数：-10")]
    [InlineData("一万,", "一一,", "一一 重复")]
    [InlineData("*,-12", "*,12", "城乡建设 应为 -9999 至 0 的整数：12")]
    [InlineData("pair,城乡建设", "pair,城乡", "表头应为 pair,城乡建设,环境保护,交通运输,教育文体,劳动和社会保障,商贸旅游,卫生计生")]
    public void A_broken_category_model_is_refused_with_the_reason(string right, string wrong, string reason)
    {
        var path = Path.Combine(_pack, "category-model.csv");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
        Problems().ShouldContain(p => p.File == "category-model.csv" && p.Reason == reason);
    }

    [Theory]
    [InlineData("divisions.csv")]
    [InlineData("category-keywords.csv")]
    [InlineData("ordinance.txt")]
    public void A_file_in_another_encoding_is_refused_with_the_line(string file)
    {
        var path = Path.Combine(_pack, file);
        var bytes = File.ReadAllBytes(path).ToList();
        // 呼 in GBK at the start of the third line.
        var third = Enumerable.Range(0, bytes.Count).Where(i => bytes[i] == '\n').ElementAt(1) + 1;
        bytes.InsertRange(third, [0xBA, 0xF4]);
        File.WriteAllBytes(path, [.. bytes]);
        Problems().ShouldContain(new PackProblem(file, 3, "不是 UTF-8 编码"));
    }

    [Fact]
    public void A_wrong_header_is_refused() =>
        Refused("calendar.csv", 1, lines => lines[0] = "day,is_workday,kind,name", "表头应为 date,is_workday,kind,name");

    [Fact]
    public void A_missing_column_is_refused() =>
        Refused("calendar.csv", 5, lines => lines[4] = "2022-01-04,1,workday", "应有 4 列，实有 3 列");

    [Fact]
    public void An_unclosed_quote_is_refused() =>
        Refused("calendar.csv", 5, lines => lines[4] = "2022-01-04,1,workday,\"春节", "引号不成对");

    [Fact]
    public void A_notice_to_an_unknown_body_is_refused() =>
        Refused("restrictions.csv", 3, lines => lines[2] = lines[2].Replace("education|police", "education|polizei", StringComparison.Ordinal), "机构键不在 bodies.csv 中：polizei");

    [Fact]
    public void A_form_for_reports_stands_open_or_not() =>
        Refused("restrictions.csv", 3, lines => lines[2] = lines[2].Replace(",yes,yes,", ",maybe,yes,", StringComparison.Ordinal), "intake 应为 yes 或留空：maybe");

    [Fact]
    public void Only_one_line_has_a_form_for_reports() =>
        Refused("restrictions.csv", 3, lines => lines[1] = lines[1].Replace(",24,,", ",24,yes,", StringComparison.Ordinal), "只能有一行的 intake 为 yes");

    [Fact]
    public void A_restriction_of_an_unknown_category_is_refused() =>
        Refused("restrictions.csv", 3, lines => lines[2] = lines[2].Replace("0806", "0899", StringComparison.Ordinal), "小类不存在：0899");

    [Fact]
    public void A_category_is_restricted_once() =>
        Refused("restrictions.csv", 3, lines => lines[2] = lines[2].Replace("0806", "1408", StringComparison.Ordinal), "小类已在另一行：1408");

    [Fact]
    public void A_circle_needs_people_of_its_keeper() =>
        Refused("restrictions.csv", 3, lines => lines[2] = lines[2].Replace("centre:centre_staff|", "", StringComparison.Ordinal), "seats 须有管理单位的人员");

    [Fact]
    public void A_seat_is_for_people_who_work_on_cases() => Refused(
        "restrictions.csv", 3, lines => lines[2] = lines[2].Replace("department_handler", "auditor", StringComparison.Ordinal), "seats 应为 机构键:角色，角色须办理案件：education:auditor");

    [Fact]
    public void A_hand_over_has_a_time_for_its_receipt() =>
        Refused("restrictions.csv", 2, lines => lines[1] = lines[1].Replace(",24,", ",,", StringComparison.Ordinal), "hand_over_to 和 receipt_hours 须同时填写");

    [Fact]
    public void A_duplicate_division_is_refused() =>
        Refused("divisions.csv", 6, lines => lines[5] = lines[4], "代码重复：150102001000 已在第 5 行");

    [Fact]
    public void An_unknown_parent_is_refused() => Refused(
        "divisions.csv", 5, lines => lines[4] = lines[4].Replace(",150102000000,", ",150199000000,", StringComparison.Ordinal), "上级不存在：150199000000");

    [Fact]
    public void A_parent_that_does_not_fit_the_code_is_refused() => Refused(
        "divisions.csv", 5, lines => lines[4] = lines[4].Replace(",150102000000,", ",150103000000,", StringComparison.Ordinal), "上级与代码不符：应为 150102000000");

    [Fact]
    public void A_level_that_does_not_fit_the_code_is_refused() => Refused(
        "divisions.csv", 5, lines => lines[4] = lines[4].Replace(",township,subdistrict,", ",village,villagers_committee,", StringComparison.Ordinal), "层级与代码不符：150102001000 应为 township");

    [Fact]
    public void A_division_of_another_city_is_refused() =>
        Refused("divisions.csv", 3, lines => lines[2] = "150202000000,东河区,150200000000,county,district,dhq", "不在本市之内：150202000000");

    [Fact]
    public void A_malformed_code_is_refused() =>
        Refused("divisions.csv", 5, lines => lines[4] = lines[4].Replace("150102001000", "15010200100", StringComparison.Ordinal), "code 不是十二位区划代码：15010200100");

    [Fact]
    public void An_unknown_department_is_refused() => Refused(
        "categories.csv", 3, lines => lines[2] = lines[2].Replace(",urban,", ",urbann,", StringComparison.Ordinal), "机构键不在 bodies.csv 中：urbann");

    [Fact]
    public void A_duplicate_category_is_refused() => Refused("categories.csv", 4, lines => lines[3] = lines[2], "类别代码重复：0101");

    [Fact]
    public void A_keyword_for_an_unknown_category_is_refused() =>
        Refused("category-keywords.csv", 2, lines => lines[1] = "0199,路灯,4", "小类不存在：0199");

    [Fact]
    public void A_weight_that_is_no_number_is_refused() =>
        Refused("category-keywords.csv", 2, lines => lines[1] = "0101,路灯昏暗,高", "weight 应为 1 至 9 的整数：高");

    [Fact]
    public void A_category_without_keywords_is_refused() => Refused(
        "category-keywords.csv", 0, lines => lines.RemoveAll(line => line.StartsWith("0301,", StringComparison.Ordinal)), "小类没有关键词：0301");

    [Fact]
    public void A_label_for_an_unknown_category_is_refused() =>
        Refused("message-labels.csv", 2, lines => lines[1] = "城乡建设,98", "大类不存在：98");

    [Fact]
    public void A_missing_default_time_limit_is_refused() => Refused(
        "time-limits.csv", 0, lines => lines.RemoveAll(line => line.Contains(",accept,*,*,*,", StringComparison.Ordinal)), "缺少默认时限：accept,*,*,*");

    [Fact]
    public void A_time_limit_for_an_unknown_category_is_refused() => Refused(
        "time-limits.csv", 2, lines => lines[1] = "x,accept,*,0999,*,1,working_day,each_visit,,,default,city_to_confirm,", "类别不存在：0999");

    [Fact]
    public void A_time_limit_for_a_division_of_another_city_is_refused() => Refused(
        "time-limits.csv", 2, lines => lines[1] = "x,accept,150202000000,*,*,1,working_day,each_visit,,,default,city_to_confirm,", "地区不存在：150202000000");

    [Fact]
    public void Two_time_limits_for_the_same_thing_are_refused() => Refused(
        "time-limits.csv", 3, lines => lines[2] = "x,accept,*,*,*,2,working_hour,each_visit,,,default,city_to_confirm,", "同一环节、地区、类别和紧急程度有两个时限");

    [Fact]
    public void A_midday_break_outside_office_hours_is_refused() => Refused(
        "city.json", 6, lines => lines[5] = lines[5].Replace("14:30", "17:45", StringComparison.Ordinal), "午休应有开始和结束，并在上班时间之内");

    [Fact]
    public void A_legal_time_limit_without_an_article_is_refused() => Refused(
        "time-limits.csv", 2, lines => lines[1] = "accept-default,accept,*,*,*,1,working_day,each_visit,某条例,,legal,verified,", "法定时限应已核实，并写明法律和条款");

    [Fact]
    public void A_zero_time_limit_is_refused() => Refused(
        "time-limits.csv", 2, lines => lines[1] = "accept-default,accept,*,*,*,0,working_day,each_visit,,,default,city_to_confirm,", "value 应为 1 至 999 的整数：0");

    [Fact]
    public void A_gap_in_the_calendar_is_refused() =>
        Refused("calendar.csv", 40, lines => lines.RemoveAt(39), "日期不连续：2022-02-07 之后缺日");

    [Fact]
    public void A_malformed_date_is_refused() =>
        Refused("calendar.csv", 3, lines => lines[2] = "2022/01/02,0,holiday,元旦", "date 不是日期：2022/01/02");

    [Fact]
    public void A_day_that_contradicts_itself_is_refused() =>
        Refused("calendar.csv", 3, lines => lines[2] = "2022-01-02,1,holiday,元旦", "is_workday 与 kind 不符：holiday");

    [Fact]
    public void A_ground_in_an_article_that_does_not_exist_is_refused() =>
        Refused("grounds.csv", 2, lines => lines[1] = "area.scope,64,,属地管理。", "条例没有第 64 条");

    [Fact]
    public void A_ground_in_a_paragraph_that_does_not_exist_is_refused() =>
        Refused("grounds.csv", 2, lines => lines[1] = "area.scope,57/2,,属地管理。", "第 57 条没有第 2 款");

    [Fact]
    public void A_missing_ground_is_refused() => Refused(
        "grounds.csv", 0, lines => lines.RemoveAll(line => line.StartsWith("case.intake,", StringComparison.Ordinal)), "缺少依据：case.intake");

    [Fact]
    public void A_trade_with_an_unknown_category_is_refused() =>
        Refused("mediation-trades.csv", 2, lines => lines[1] = "医疗纠纷,0999,case.medical", "类别不存在：0999");

    [Fact]
    public void A_trade_on_an_unknown_ground_is_refused() =>
        Refused("mediation-trades.csv", 2, lines => lines[1] = "医疗纠纷,0902,case.none", "依据不在 grounds.csv 中：case.none");

    [Fact]
    public void Two_trades_with_one_category_are_refused() =>
        Refused("mediation-trades.csv", 3, lines => lines[2] = "消费纠纷,0902,mediation.committees", "类别属于两种纠纷：0902");

    [Fact]
    public void An_item_shown_as_law_without_having_been_verified_is_refused() => Refused(
        "mediation-items.csv", 2, lines => lines[1] = "某事项,1001,county,market,可以起诉,某法第一条,city_to_confirm", "已核实的事项应写明法律和条款，待本市确认的不写");

    [Fact]
    public void An_item_at_a_level_that_does_not_mediate_is_refused() => Refused(
        "mediation-items.csv", 2, lines => lines[1] = "某事项,1001,village,market,可以起诉,某法第一条,verified", "办理层级应为 city、county、township：village");

    [Fact]
    public void An_item_of_an_unknown_body_is_refused() => Refused(
        "mediation-items.csv", 2, lines => lines[1] = "某事项,1001,county,markett,可以起诉,某法第一条,verified", "机构键不在 bodies.csv 中：markett");

    [Fact]
    public void A_gap_in_the_articles_is_refused() => Refused(
        "ordinance.txt", 3, lines => lines.RemoveAt(2), "条号不连续：应为第二条，实为第三条");

    [Fact]
    public void A_shortened_ordinance_is_refused() =>
        Refused("ordinance.txt", 0, lines => lines.RemoveAt(lines.Count - 1), "应有 9 章 63 条，实有 8 章 62 条");

    [Fact]
    public void A_template_with_an_unknown_placeholder_is_refused() => Refused(
        "bodies.csv", 2, lines => lines[1] = "city,gov,government,,,{town}人民政府,{name}政府,", "name 只能用 {name}、{short}、{city}：{town}人民政府");

    [Fact]
    public void A_duplicate_body_is_refused() => Refused("bodies.csv", 3, lines => lines[2] = lines[1], "同一层级的机构键重复：gov");

    [Fact]
    public void A_body_the_rules_need_must_be_there() => Refused(
        "bodies.csv", 0, lines => lines.RemoveAll(line => line.StartsWith("county,centre,", StringComparison.Ordinal)), "缺少机构：county 层级的 centre");

    [Fact]
    public void A_broken_city_file_is_refused() => Refused("city.json", 3, lines => lines[2] = "  \"name\" 呼和浩特市", "不是有效的 JSON");

    [Fact]
    public void A_value_missing_in_the_city_file_is_refused() =>
        Refused("city.json", 1, lines => lines.RemoveAt(2), "缺少 name 或类型不对");

    [Fact]
    public void A_pack_in_a_folder_of_another_name_is_refused() =>
        Refused("city.json", 2, lines => lines[1] = "  \"id\": \"other\",", "id 应与文件夹同名：hohhot");

    [Fact]
    public void Every_county_has_its_tile()
    {
        var line = File.ReadAllLines(Path.Combine(_pack, "city.json")).ToList().FindIndex(l => l.Contains("tileMap", StringComparison.Ordinal)) + 1;
        Refused("city.json", line, lines => lines.RemoveAll(l => l.Contains("150125000000", StringComparison.Ordinal)), "tileMap 应有且只有一格：武川县");
    }

    public static TheoryData<string, string, string, string> Procedures() => new()
    {
        { "procedure-limits.csv", "LD-04,劳动争议,劳动争议仲裁裁决,45,", "LD-04,劳动争议,劳动争议仲裁裁决,,", "已核实的时限应写明数值、法律、条款和原文" },
        { "procedure-limits.csv", "city_to_confirm,,没有查到规定", "city_to_confirm,,", "待本市确认的时限应说明原因" },
        { "procedure-limits.csv", "LD-01,", "LD-03,", "编号重复：LD-03" },
        { "procedure-steps.csv", "people-mediation,accept,受理,RT-02,", "people-mediation,accept,受理,RT-99,", "没有这一时限：RT-99" },
        { "procedure-steps.csv", "people-mediation,apply,申请,,application,accept", "people-mediation,apply,申请,,application,accepted", "没有这一步：accepted" },
        { "procedure-steps.csv", "people-mediation,apply,申请,,application,accept", "people-mediation,apply,申请,,letter,accept", "没有这种文书：letter" },
        { "procedure-outcomes.csv", "civil-suit,effective,判决生效,success,judgment;appeal,", "civil-suit,effective,判决生效,success,judged;appeal,", "没有这一步：judged" },
        { "procedure-outcomes.csv", "reconciliation,agreed,", "reconciled,agreed,", "没有这种程序：reconciled" },
        { "procedure-ways.csv", "reconciliation,failed,people-mediation,", "reconciliation,failed,peoples-mediation,", "没有这种程序：peoples-mediation" },
        { "procedure-ways.csv", "reconciliation,failed,people-mediation,", "reconciliation,fails,people-mediation,", "没有这种结果：reconciliation/fails" },
        { "procedures.csv", "petition,petition,信访,", "petition,complaint,信访,", "nature 应为 reconciliation、mediation、diverted_mediation、entrusted_mediation、petition、labour_arbitration、commercial_arbitration、land_arbitration、ruling、reconsideration、civil_suit、administrative_suit 之一：complaint" },
        { "documents/agreement.txt", "{协议内容}", "{协议正文}", "不认识的栏目：{协议正文}" },
    };

    [Theory]
    [MemberData(nameof(Procedures))]
    public void A_fault_in_the_procedures_is_refused_with_its_place(string file, string right, string wrong, string reason)
    {
        var path = Path.Combine(_root, "national", file);
        var text = File.ReadAllText(path);
        text.ShouldContain(right);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));

        Problems().ShouldContain(p => p.File == file && p.Line > 1 && p.Reason == reason);
    }

    [Fact]
    public void A_city_may_have_a_file_of_its_own_for_what_the_others_share()
    {
        var own = File.ReadAllText(Path.Combine(_root, "national", "procedure-limits.csv"))
            .Replace("RT-02,人民调解,人民调解调结,1,month", "RT-02,人民调解,人民调解调结,20,working_day", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_pack, "procedure-limits.csv"), own);

        CityPackReader.Read(_pack).Pack!.Procedures.FindLimit("RT-02")!.DisplayText.ShouldBe("20 个工作日");
    }

    [Fact]
    public void Files_that_neither_the_city_nor_the_nation_has_are_named()
    {
        File.Delete(Path.Combine(_root, "national", "procedure-ways.csv"));
        Problems().ShouldContain(new PackProblem("procedure-ways.csv", 0, "文件缺失"));
    }

    [Fact]
    public void All_faults_are_reported_together()
    {
        File.Delete(Path.Combine(_pack, "grounds.csv"));
        Edit("calendar.csv", lines => lines[2] = "x,0,holiday,元旦");
        Edit("categories.csv", lines => lines[2] = lines[2].Replace(",urban,", ",urbann,", StringComparison.Ordinal));
        Problems().Select(p => p.File).Distinct().ShouldBe(["categories.csv", "calendar.csv", "grounds.csv"]);
    }

    [Fact]
    public void A_fault_reads_as_one_sentence() =>
        new PackProblem("grounds.csv", 2, "条例没有第 64 条").ToString().ShouldBe("grounds.csv 第 2 行：条例没有第 64 条");

    private void Refused(string file, int line, Action<List<string>> damage, string reason)
    {
        Edit(file, damage);
        Problems().ShouldContain(new PackProblem(file, line, reason));
    }

    private void Edit(string file, Action<List<string>> damage)
    {
        var path = Path.Combine(_pack, file);
        var lines = File.ReadAllLines(path).ToList();
        damage(lines);
        File.WriteAllText(path, string.Join('\n', lines) + '\n', new UTF8Encoding(false));
    }

    private IReadOnlyList<PackProblem> Problems()
    {
        var reading = CityPackReader.Read(_pack);
        reading.Pack.ShouldBeNull();
        return reading.Problems;
    }
}
