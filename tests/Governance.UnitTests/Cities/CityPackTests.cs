using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Infrastructure.Cities;

namespace Governance.UnitTests.Cities;

public class CityPackTests
{
    [Fact]
    public void Both_cities_are_in_the_catalogue() => CityPackCatalog.List(Packs.Root).ShouldBe(["anyang", "hohhot"]);

    [Theory]
    [InlineData("hohhot", 10, 99, 1396)]
    [InlineData("anyang", 10, 137, 3287)]
    public void A_pack_has_every_division_of_its_city(string id, int counties, int townships, int villages)
    {
        var byLevel = Packs.Of(id).Divisions.CountBy(d => d.Level).ToDictionary();
        byLevel.ShouldBe(
            new Dictionary<DivisionLevel, int>
            {
                [DivisionLevel.Province] = 1,
                [DivisionLevel.City] = 1,
                [DivisionLevel.County] = counties,
                [DivisionLevel.Township] = townships,
                [DivisionLevel.Village] = villages,
            },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("hohhot", "150172000000")]
    [InlineData("anyang", "410571000000")]
    public void A_zone_that_exists_in_statistics_only_is_marked_and_served_by_the_citys_bodies(string id, string zone)
    {
        var pack = Packs.Of(id);
        var code = AreaCode.Parse(zone);
        pack.Divisions.Where(d => d.IsStatisticsOnly).ShouldHaveSingleItem().Code.ShouldBe(code);
        pack.FindBodyFor(code, "centre").ShouldNotBeNull().Level.ShouldBe(DivisionLevel.City);
        pack.FindBodyFor(code, "housing").ShouldNotBeNull().AreaCode.ShouldBe(pack.Profile.AreaCode);
        pack.FindBodyFor(code, "office").ShouldNotBeNull().Kind.ShouldBe(BodyKind.ZoneOffice);
    }

    [Fact]
    public void Divisions_are_found_by_code_and_by_initials()
    {
        var division = Packs.Hohhot.FindDivision(AreaCode.Parse("150102000000")).ShouldNotBeNull();
        division.Name.ShouldBe("新城区");
        division.Initials.ShouldBe("xcq");
        Packs.Hohhot.ChildrenOf(division.Code).First().Name.ShouldBe("海拉尔东路街道");
        Packs.Hohhot.PlaceName(AreaCode.Parse("150102001001")).ShouldBe("新城区海拉尔东路街道公主府社区");
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_division_below_the_city_has_a_body_and_no_two_bodies_share_a_code(string id)
    {
        var pack = Packs.Of(id);
        var areas = pack.Bodies.Select(b => b.AreaCode).ToHashSet();
        pack.Divisions.Where(d => d.Level > DivisionLevel.Province && !areas.Contains(d.Code)).ShouldBeEmpty();
        pack.Bodies.GroupBy(b => b.Code).Where(g => g.Count() > 1).ShouldBeEmpty();
        pack.Bodies.Where(b => b.Name.Contains('{', StringComparison.Ordinal) || b.ShortName.Contains('{', StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hohhot", "150102000000-housing", "新城区住房和城乡建设局")]
    [InlineData("hohhot", "150121000000-police", "土默特左旗公安局")]
    [InlineData("hohhot", "150102000000-police", "呼和浩特市公安局新城区分局")]
    [InlineData("hohhot", "150100000000-agriculture", "呼和浩特市农牧局")]
    [InlineData("hohhot", "150102001000-office", "海拉尔东路街道办事处")]
    [InlineData("hohhot", "150102001001-committee", "公主府社区居民委员会")]
    [InlineData("hohhot", "150100000000-hotline", "呼和浩特市12345为民服务热线")]
    [InlineData("anyang", "410502000000-police", "安阳市公安局文峰分局")]
    [InlineData("anyang", "410581000000-police", "林州市公安局")]
    [InlineData("anyang", "410500000000-agriculture", "安阳市农业农村局")]
    [InlineData("anyang", "410500000000-water", "安阳市水利局")]
    [InlineData("anyang", "410502101000-office", "宝莲寺镇人民政府")]
    [InlineData("anyang", "410502562000-office", "北大街综合治理办公室")]
    public void Bodies_carry_the_names_of_their_place(string id, string code, string name) =>
        Packs.Of(id).FindBody(code).ShouldNotBeNull().Name.ShouldBe(name);

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_category_has_keywords_and_a_department_at_city_level(string id)
    {
        var pack = Packs.Of(id);
        var spoken = pack.Contents.Keywords.Select(k => k.Category).ToHashSet();
        foreach (var category in pack.Categories)
        {
            if (category.IsLeaf)
                spoken.ShouldContain(category.Code);
            pack.FindBodyFor(pack.Profile.AreaCode, category.Department).ShouldNotBeNull(category.Name);
        }

        pack.CategoryName("0301").ShouldBe("公用事业／停暖供热");
    }

    [Theory]
    [Trait("Provision", "P54")]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Every_ground_the_code_uses_names_an_article_that_exists_or_another_law(string id)
    {
        var pack = Packs.Of(id);
        foreach (var key in GroundKeys.All)
        {
            var ground = pack.FindGround(key).ShouldNotBeNull(key);
            (ground.References.Count > 0 || ground.Law.Length > 0).ShouldBeTrue(key);
            foreach (var reference in ground.References)
            {
                var article = pack.Ordinance.FindArticle(reference.Article).ShouldNotBeNull(key);
                if (reference.Paragraph is { } number)
                    article.FindParagraph(number).ShouldNotBeNull(key);
            }
        }
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void The_calendar_knows_holidays_and_days_worked_in_exchange(string id)
    {
        var days = Packs.Of(id).Calendar.ToDictionary(d => d.Date);
        days.Count.ShouldBe(1826);
        days[new DateOnly(2026, 2, 14)].ShouldBe(new CalendarDay(new DateOnly(2026, 2, 14), true, CalendarDayKind.SwapWorkday, "春节"));
        days[new DateOnly(2026, 2, 16)].IsWorkday.ShouldBeFalse();
        days[new DateOnly(2022, 1, 29)].Kind.ShouldBe(CalendarDayKind.SwapWorkday);
        days[new DateOnly(2026, 1, 10)].Kind.ShouldBe(CalendarDayKind.Weekend);
        days[new DateOnly(2026, 1, 12)].Kind.ShouldBe(CalendarDayKind.Workday);
    }

    [Fact]
    public void The_most_specific_time_limit_wins()
    {
        var hohhot = Packs.Hohhot;
        Limit(hohhot, TimeLimitStage.Accept, "0202", CaseUrgency.Normal).ShouldBe("1 WorkingDay Default");
        Limit(hohhot, TimeLimitStage.Resolve, "0202", CaseUrgency.Normal).ShouldBe("15 WorkingDay Default");
        Limit(hohhot, TimeLimitStage.Resolve, "0301", CaseUrgency.Normal).ShouldBe("3 WorkingDay Default");
        Limit(hohhot, TimeLimitStage.Resolve, "1001", CaseUrgency.Normal).ShouldBe("7 WorkingDay Legal");
        Limit(hohhot, TimeLimitStage.Resolve, "1001", CaseUrgency.Critical).ShouldBe("24 Hour Default");
        Limit(hohhot, TimeLimitStage.Resolve, "0902", CaseUrgency.Urgent).ShouldBe("30 WorkingDay Legal");
        Limit(Packs.Anyang, TimeLimitStage.Resolve, "0202", CaseUrgency.Normal).ShouldBe("5 WorkingDay Legal");
        Limit(Packs.Anyang, TimeLimitStage.Return, null, CaseUrgency.Normal).ShouldBe("24 Hour Legal");
    }

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void Nothing_is_called_law_unless_it_was_checked(string id) => Packs.Of(id).TimeLimits
        .Where(r => r.Law.Length > 0 && (r.Status != TimeLimitStatus.Verified || r.Article.Length == 0))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("hohhot")]
    [InlineData("anyang")]
    public void The_classes_of_imported_messages_lead_to_top_categories(string id)
    {
        var pack = Packs.Of(id);
        pack.FindMessageLabel("城乡建设").ShouldNotBeNull().Categories.ShouldAllBe(code => pack.CategoryByCode(code) != null);
        pack.FindMessageLabel("没有这一类").ShouldBeNull();
    }

    private static string Limit(CityPack pack, TimeLimitStage stage, string? category, CaseUrgency urgency)
    {
        var rule = pack.FindTimeLimit(stage, pack.Profile.AreaCode, category, urgency).ShouldNotBeNull();
        return $"{rule.Value} {rule.Unit} {rule.Basis}";
    }
}
