using System.Net;
using Governance.Application.Webhooks;
using Governance.Domain.Cases;
using Governance.Domain.Webhooks;
using Governance.Infrastructure.Webhooks;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Webhooks;

/// <summary>When messages are tried, what they say, and where they may go.</summary>
public sealed class WebhookTests
{
    [Fact]
    public void Tries_come_later_and_later_and_end()
    {
        var pauses = Enumerable.Range(1, WebhookRetry.MostAttempts - 1).Select(n => WebhookRetry.PauseAfter(n, 0.5)!.Value).ToList();
        pauses.ShouldBeInOrder();
        pauses[0].ShouldBe(TimeSpan.FromSeconds(10));
        WebhookRetry.PauseAfter(WebhookRetry.MostAttempts, 0.5).ShouldBeNull();
        (WebhookRetry.PauseAfter(1, 0), WebhookRetry.PauseAfter(1, 1)).ShouldBe((TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(12)));
    }

    [Fact]
    public void A_message_fails_after_its_last_try_and_can_be_sent_again_from_the_start()
    {
        var message = Message();
        for (var i = 1; i < WebhookRetry.MostAttempts; i++)
        {
            message.Begin(Sample.Start);
            message.Fail("连接不上对方", false, 0.5, Sample.Start);
            message.State.ShouldBe(WebhookState.Pending);
        }
        message.SendAgain(Sample.Start).ShouldBeFalse("it is still being tried");
        message.Begin(Sample.Start);
        message.Fail("连接不上对方", false, 0.5, Sample.Start);
        (message.State, message.Reason).ShouldBe((WebhookState.Failed, "连接不上对方"));

        message.SendAgain(Sample.Start).ShouldBeTrue();
        (message.State, message.Attempts).ShouldBe((WebhookState.Pending, 0));
        message.Begin(Sample.Start);
        message.Deliver(Sample.Start);
        message.SendAgain(Sample.Start).ShouldBeFalse("it was taken");
    }

    [Fact]
    public void A_message_tells_state_deadline_and_answer_and_nothing_personal()
    {
        var closed = Sample.In(CaseState.Closed);
        var text = WebhookMessage.Text(closed, closed.Steps[^1], "A-1");
        text.ShouldContain("\"state\":\"Closed\"");
        text.ShouldContain("\"sourceNumber\":\"A-1\"");
        text.ShouldContain("\"answer\":\"说明\"");
        text.ShouldNotContain(Sample.Clerk.DisplayName);
        text.ShouldNotContain(closed.Title);
        var result = closed.Steps.Single(s => s.Kind == CaseStepKind.SubmitResult);
        WebhookMessage.Text(closed, result, "A-1").ShouldContain("\"answer\":null");
    }

    [Fact]
    public void The_signature_is_the_one_any_library_makes() =>
        // printf '%s' '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret
        WebhookMessage.Sign("secret", 1700000000, "{\"a\":1}").ShouldBe("sha256=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686");

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    public void Inner_addresses_are_not_called_unless_the_operator_names_them(string address, bool allowed)
    {
        WebhookNetworks.Read(null)!.Allows(IPAddress.Parse(address)).ShouldBe(allowed);
        WebhookNetworks.Read("10.0.0.0/8, 127.0.0.0/8")!.Allows(IPAddress.Parse(address))
            .ShouldBe(allowed || address is "127.0.0.1" or "10.1.2.3" or "::ffff:10.0.0.1");
    }

    [Fact]
    public void A_network_that_cannot_be_read_is_refused() => WebhookNetworks.Read("10.0.0.0/8,内网").ShouldBeNull();

    private static WebhookDelivery Message()
    {
        var subject = Sample.In(CaseState.Handling);
        return WebhookDelivery.Of(Guid.NewGuid(), subject, subject.Steps[^1], "{}", Sample.Start);
    }
}
