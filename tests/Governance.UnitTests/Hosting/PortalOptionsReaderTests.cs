using Governance.Web.Hosting;

namespace Governance.UnitTests.Hosting;

public sealed class PortalOptionsReaderTests
{
    [Fact]
    public void Without_anything_the_portal_serves_on_loopback_with_its_own_database_and_demo_data()
    {
        var options = Read().Options!;
        options.Urls.ShouldBe("http://127.0.0.1:5080");
        options.ConnectionString.ShouldBeNull();
        options.City.ShouldBeNull();
        options.Demo.ShouldBeTrue();
        options.AdminCommand.ShouldBeNull();
        options.DataDirectory.ShouldBe(Path.GetFullPath("data"));
    }

    [Fact]
    public void Both_ways_of_writing_an_option_are_read()
    {
        var options = Read("--city", "anyang", "--urls=http://+:80", "--data", "/srv/data", "--no-demo").Options!;
        options.City.ShouldBe("anyang");
        options.Urls.ShouldBe("http://+:80");
        options.DataDirectory.ShouldBe("/srv/data");
        options.Demo.ShouldBeFalse();
    }

    [Fact]
    public void An_option_wins_over_the_environment()
    {
        var environment = new Dictionary<string, string>
        {
            ["GOVERNANCE_CITY"] = "anyang",
            ["GOVERNANCE_NO_DEMO"] = "1",
            ["GOVERNANCE_DEMO_PASSWORD"] = "qingcheng2026",
            ["GOVERNANCE_CONNECTION"] = "Host=db;Database=g;Username=u;Password=p",
        };
        var options = PortalOptionsReader.Read(["--city", "hohhot"], name => environment.GetValueOrDefault(name)).Options!;
        options.City.ShouldBe("hohhot");
        options.Demo.ShouldBeFalse();
        options.DemoPassword.ShouldBe("qingcheng2026");
        options.ConnectionString.ShouldBe("Host=db;Database=g;Username=u;Password=p");
    }

    [Theory]
    [InlineData("没有选项“--citty”。", "--citty", "hohhot")]
    [InlineData("不认识“serve”。", "serve")]
    [InlineData("选项“--data”后面缺少内容。", "--data")]
    [InlineData("选项“--data”后面缺少内容。", "--data", "--no-demo")]
    [InlineData("监听地址“5080”不对", "--urls", "5080")]
    [InlineData("监听地址“ftp://127.0.0.1”不对", "--urls", "http://127.0.0.1:1;ftp://127.0.0.1")]
    [InlineData("数据库连接串不对", "--connection", "postgres")]
    [InlineData("的值“perhaps”不对", "--no-demo=perhaps")]
    [InlineData("反向代理地址“proxy.example”不对", "--proxy", "10.0.0.5;proxy.example")]
    public void A_wrong_command_line_is_refused_in_words(string words, params string[] arguments)
    {
        var reading = Read(arguments);
        reading.Options.ShouldBeNull();
        reading.Refusal.ShouldNotBeNull().ShouldContain(words);
    }

    [Fact]
    public void A_refusal_never_repeats_a_password() =>
        Read("--connection", "Hosst=db;Password=geheim").Refusal.ShouldNotBeNull().ShouldNotContain("geheim");

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_key_of_the_wrong_size_is_refused_without_repeating_it(string key)
    {
        var refusal = PortalOptionsReader.Read([], name => name == "GOVERNANCE_DATA_KEY" ? key : null).Refusal.ShouldNotBeNull();
        refusal.ShouldContain("GOVERNANCE_DATA_KEY");
        refusal.ShouldNotContain(key);
    }

    [Fact]
    public void Help_is_neither_options_nor_a_refusal()
    {
        var reading = Read("--help");
        reading.Options.ShouldBeNull();
        reading.Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_verb_keeps_its_own_arguments_untouched()
    {
        var options = Read("admin", "--data", "/srv/data", "psql", "-c", "select 1", "--csv").Options!;
        options.DataDirectory.ShouldBe("/srv/data");
        options.AdminCommand.ShouldBe(["psql", "-c", "select 1", "--csv"]);
    }

    [Fact]
    public void Every_option_is_explained()
    {
        foreach (var name in (string[])["--city", "--urls", "--data", "--connection", "--cities", "--no-demo"])
            PortalOptions.Usage.ShouldContain(name);
    }

    private static PortalOptionsReading Read(params string[] arguments) => PortalOptionsReader.Read(arguments, _ => null);
}
