using Governance.Web.Security;

namespace Governance.UnitTests.Web;

public sealed class PathsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/cases?view=mine&q=%2F%2Fx")]
    [InlineData("/cases/150102-2026-000318-7#a43")]
    public void An_address_of_the_portal_is_followed(string address) => Paths.LocalOr(address).ShouldBe(address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cases")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    public void Anything_else_leads_home(string? address) => Paths.LocalOr(address).ShouldBe("/");
}
