using System.Reflection;
using Governance.IntegrationTests.Support;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Governance.EndToEndTests.Support.TestRun", "Governance.EndToEndTests")]

namespace Governance.EndToEndTests.Support;

/// <summary>Gives the run an end: browser, portal and database are stopped before the runner may close the process.</summary>
public sealed class TestRun(IMessageSink sink) : XunitTestFramework(sink)
{
    /// <inheritdoc />
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(name, sources, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink messages,
        ITestFrameworkExecutionOptions options) : XunitTestAssemblyRunner(assembly, cases, diagnostics, messages, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Chromium.StopAsync();
            await SharedPortal.StopAsync();
            await PostgresTestServer.Current.DisposeAsync();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
