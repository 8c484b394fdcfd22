using Governance.Web.Components.Shared;

namespace Governance.UnitTests.Web;

public sealed class BusyGateTests
{
    [Fact]
    public async Task The_second_half_of_a_double_click_does_nothing()
    {
        var gate = new BusyGate();
        var runs = 0;
        var slow = new TaskCompletionSource();
        Task Command()
        {
            runs++;
            return slow.Task;
        }

        var first = gate.RunAsync(Command);
        await gate.RunAsync(Command);
        gate.IsBusy.ShouldBeTrue();
        slow.SetResult();
        await first;

        runs.ShouldBe(1);
        gate.IsBusy.ShouldBeFalse();
    }

    [Fact]
    public async Task A_command_that_fails_opens_the_gate_again()
    {
        var gate = new BusyGate();

        await Should.ThrowAsync<InvalidOperationException>(() => gate.RunAsync(() => throw new InvalidOperationException()));

        gate.IsBusy.ShouldBeFalse();
    }
}
