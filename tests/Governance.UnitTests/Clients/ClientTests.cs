using Governance.Application.Clients;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Clients;

/// <summary>Clients of the interface: their keys and what may be decided about them.</summary>
public sealed class ClientTests
{
    private static readonly ClientFacts Facts =
        new("12345 热线平台", [CaseChannel.Hotline], [Sample.County], false, 600, "");

    [Fact]
    public void A_key_is_found_by_its_public_part_and_fits_its_own_hash_only()
    {
        var (clear, id, hash) = ClientSecrets.NewKey();
        var other = ClientSecrets.NewKey();

        ClientSecrets.TryRead(clear, out var read, out var secret).ShouldBeTrue();
        read.ShouldBe(id);
        ClientSecrets.Fits(secret, hash).ShouldBeTrue();
        ClientSecrets.Fits(secret, other.Hash).ShouldBeFalse();
        hash.ShouldNotContain(secret);
        clear.ShouldNotBe(other.Clear);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gk_")]
    [InlineData("gk_0123456789ab")]
    [InlineData("gk_0123456789ab_short")]
    [InlineData("gk_0123456789ab_0000000000000000000000000000000000000000000000000000000000000000_x")]
    [InlineData("gk_0123456789'b_0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_key_is_not_looked_up(string? key) => ClientSecrets.TryRead(key, out _, out _).ShouldBeFalse();

    [Fact]
    public void After_a_change_of_keys_the_old_one_works_as_long_as_was_said_and_never_longer()
    {
        var made = Made();
        made.Rotate(("second", "h2"), TimeSpan.FromHours(2), Sample.Start).IsOk.ShouldBeTrue();
        made.Rotate(("third", "h3"), TimeSpan.FromDays(7), Sample.Start.AddHours(1)).IsOk.ShouldBeTrue();

        bool Works(int key, double hours) => made.Keys[key].WorksAt(Sample.Start.AddHours(hours));
        (Works(0, 1.9), Works(0, 2)).ShouldBe((true, false));
        (Works(1, 24), Works(1, 24 * 8)).ShouldBe((true, false));
        Works(2, 24 * 365).ShouldBeTrue();
    }

    [Fact]
    public void A_stopped_client_has_no_key_that_works_and_stays_as_it_was()
    {
        var made = Made();
        made.Revoke(Sample.Start);
        made.Revoke(Sample.Start.AddDays(1));

        made.RevokedAt.ShouldBe(Sample.Start);
        made.Keys.ShouldAllBe(key => !key.WorksAt(Sample.Start));
        made.Rotate(("x", "y"), TimeSpan.Zero, Sample.Start).Error.ShouldBeOfType<ClientErrors.Revoked>();
        made.Change(Facts, null).Error.ShouldBeOfType<ClientErrors.Revoked>();
        made.ChangeWebhookSecret(new ProtectedText([1])).Error.ShouldBeOfType<ClientErrors.Revoked>();
    }

    [Theory]
    [InlineData("https://a.example/hook", true)]
    [InlineData("http://127.0.0.1:9000/hook", true)]
    [InlineData("http://a.example/hook", false)]
    [InlineData("https://user:pw@a.example/hook", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/hook", false)]
    public void Messages_go_to_a_safe_address_only(string address, bool fits) =>
        (Facts with { WebhookAddress = address }).Check().Any().ShouldBe(!fits);

    [Fact]
    public void A_signing_secret_is_kept_with_an_address_only()
    {
        var made = Made();
        made.WebhookSecret.ShouldBeNull();
        made.Change(Facts with { WebhookAddress = "https://a.example/" }, new ProtectedText([1])).IsOk.ShouldBeTrue();
        made.Change(Facts with { WebhookAddress = "https://b.example/" }, new ProtectedText([2])).IsOk.ShouldBeTrue();
        made.WebhookSecret!.Cipher.ShouldBe([1]);
        made.Change(Facts, new ProtectedText([3])).IsOk.ShouldBeTrue();
        made.WebhookSecret.ShouldBeNull();
    }

    [Fact]
    public void Every_fault_is_told_at_its_field() => new ClientFacts(" ", [], [], false, 0, "x").Cleaned().Check().Select(e => e.Field)
        .ShouldBe(["Name", "Channels", "Areas", "PerMinute", "WebhookAddress"]);

    private static ApiClient Made() => ApiClient.Create(Facts, ("first", "h1"), null, Sample.Start).Value;
}
