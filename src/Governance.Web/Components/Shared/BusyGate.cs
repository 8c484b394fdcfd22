namespace Governance.Web.Components.Shared;

/// <summary>
/// Lets one command of a page run at a time: the second half of a double click finds the gate closed and does nothing.
/// </summary>
public sealed class BusyGate
{
    /// <summary>True while a command runs.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Runs the command unless one runs already.</summary>
    public async Task RunAsync(Func<Task> command)
    {
        if (IsBusy)
            return;
        IsBusy = true;
        try
        {
            await command();
        }
        finally
        {
            IsBusy = false;
        }
    }
}
