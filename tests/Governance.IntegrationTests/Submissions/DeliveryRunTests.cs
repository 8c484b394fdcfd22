using Governance.Infrastructure.Generation;
using Governance.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Governance.IntegrationTests.Submissions;

/// <summary>T04: whatever is delivered again, at once or later, is taken in once. The long run is <c>scripts/admin.sh deliver</c>.</summary>
[Trait("Provision", "P36")]
public sealed class DeliveryRunTests(PortalServices portal, ITestOutputHelper output) : IClassFixture<PortalServices>
{
    private const int Deliveries = 5000;

    [Fact]
    public async Task Of_thousands_of_deliveries_at_once_three_in_ten_repeats_none_is_taken_in_twice()
    {
        var run = new DeliveryRun(
            portal.Get<Application.Submissions.SubmissionService>(), portal.Get<IDbContextFactory<Infrastructure.Persistence.GovernanceDbContext>>(),
            portal.Get<Application.Cities.IReferenceData>());

        var report = await run.RunAsync(new DeliveryRequest(Deliveries, 16, 7));

        output.WriteLine($"{report} {report.PerSecond:F0}/s");
        (report.Duplicates, report.Missing, report.OtherAnswers, report.Refused).ShouldBe((0, 0, 0, 0));
        report.Distinct.ShouldBeInRange(Deliveries * 65 / 100, Deliveries * 75 / 100);
        (report.Stored, report.Entries).ShouldBe((report.Distinct, report.Distinct));
        (await portal.AskAsync<long>("select count(distinct number) from submissions")).ShouldBe(report.Stored);
        await Should.ThrowAsync<DatabaseInUseException>(() => run.RunAsync(new DeliveryRequest(1, 1, 1)));
    }
}
