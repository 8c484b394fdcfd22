using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Web.Navigation;

namespace Governance.UnitTests.Web;

public sealed class PortalMenuTests
{
    [Fact]
    public void Nobody_sees_an_entry_that_would_refuse()
    {
        foreach (var role in Roles.All)
            foreach (var entry in PortalMenu.For(Person(role)))
                PortalMenu.Leads(Person(role), entry.Path).ShouldBeTrue($"{role} {entry.Href}");
    }

    [Fact]
    public void Accounts_are_shown_to_administrators_only() =>
        Roles.All.Where(role => PortalMenu.For(Person(role)).Any(entry => entry.Href == "/users")).ShouldBe([Role.SystemAdministrator]);

    [Fact]
    public void A_department_has_no_list_of_the_area()
    {
        var entries = PortalMenu.For(Person(Role.DepartmentHandler)).Select(entry => entry.Href).ToList();

        entries.ShouldContain("/cases?view=mine");
        entries.ShouldNotContain("/cases?view=area");
        entries.ShouldNotContain("/cases/new");
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/cases", "/cases")]
    [InlineData("/cases?state=open", "/cases")]
    [InlineData("/cases?view=mine", "/cases?view=mine")]
    [InlineData("/cases?state=open&view=mine&after=x", "/cases?view=mine")]
    [InlineData("/cases/new", "/cases/new")]
    [InlineData("/cases/150102-2026-000318-7", "/cases")]
    [InlineData("/users/new", "/users")]
    [InlineData("/casework", null)]
    public void The_entry_one_stands_on_is_marked(string address, string? marked) =>
        PortalMenu.Current(PortalMenu.All, address)?.Href.ShouldBe(marked);

    private static Actor Person(Role role) => new(Guid.NewGuid(), "a", "甲", role, "x", "单位", AreaCode.Parse("150100000000"));
}
