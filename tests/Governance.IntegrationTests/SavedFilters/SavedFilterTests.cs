using Governance.Application.SavedFilters;
using Governance.Domain.Platform;
using Governance.Domain.SavedFilters;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.SavedFilters;

/// <summary>Filters kept under a name: own, shared with the body, one of them the default.</summary>
[Trait("Provision", "P36")]
public sealed class SavedFilterTests(PortalServices portal) : IClassFixture<PortalServices>, IAsyncLifetime
{
    private SavedFilterService Filters => portal.Get<SavedFilterService>();

    public Task InitializeAsync() => portal.ExecuteAsync("delete from saved_filters");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_filter_is_kept_encrypted_shared_with_the_own_body_only_and_removed_by_its_owner_only()
    {
        var kept = await Filters.KeepAsync(People.Clerk, "停暖", "?q=乌云其其格&state=handling", shared: true);
        kept.Errors.ShouldBeEmpty();
        await Filters.KeepAsync(People.Clerk, "本周到期", "?timeliness=due-soon", shared: false);

        (await Filters.ListAsync(People.Clerk)).Select(f => (f.Name, f.Query, f.IsOwn)).ShouldBe(
            [("停暖", "?q=乌云其其格&state=handling", true), ("本周到期", "?timeliness=due-soon", true)]);
        (await Filters.ListAsync(People.SecondClerk)).Select(f => (f.Name, f.IsOwn, f.OwnerName)).ShouldBe([("停暖", false, People.Clerk.DisplayName)]);
        foreach (var other in new[] { People.Centre, People.Handler, People.ClerkElsewhere, People.Auditor })
            (await Filters.ListAsync(other)).ShouldBeEmpty(other.DisplayName);
        (await portal.AskAsync<bool>("select bool_or(position(convert_to('乌云', 'UTF8') in query) > 0) from saved_filters")).ShouldBeFalse();
        (await portal.ColumnAsync<string>("select detail from audit_entries where action like 'filter.%'")).ShouldAllBe(d => !d.Contains("乌云"));

        (await Filters.RemoveAsync(People.SecondClerk, kept.Value)).Error.ShouldBeOfType<SavedFilterErrors.NotFound>();
        (await Filters.RemoveAsync(People.Clerk, kept.Value)).Errors.ShouldBeEmpty();
        (await Filters.ListAsync(People.SecondClerk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_filter_at_most_opens_the_list()
    {
        var one = (await Filters.KeepAsync(People.Clerk, "一", "?state=handling", false)).Value;
        var two = (await Filters.KeepAsync(People.Clerk, "二", "?state=closed", false)).Value;
        await Filters.OpenWithAsync(People.Clerk, one, true);
        await Filters.OpenWithAsync(People.Clerk, two, true);
        (await Filters.ListAsync(People.Clerk)).Where(f => f.IsDefault).Select(f => f.Name).ShouldBe(["二"]);
        await Filters.OpenWithAsync(People.Clerk, two, false);
        (await Filters.ListAsync(People.Clerk)).ShouldAllBe(f => !f.IsDefault);
    }

    [Fact]
    public async Task Names_are_asked_for_fit_on_a_chip_and_differ_and_there_are_not_too_many()
    {
        (await Filters.KeepAsync(People.Clerk, " ", "?state=closed", false)).Error.ShouldBeOfType<SavedFilterErrors.NameMissing>();
        (await Filters.KeepAsync(People.Clerk, new string('长', SavedFilter.NameLength + 1), "?state=closed", false)).Error.ShouldBeOfType<SavedFilterErrors.NameTooLong>();
        (await Filters.KeepAsync(People.Clerk, "空", "", false)).Error.ShouldBeOfType<SavedFilterErrors.NothingToKeep>();
        (await Filters.KeepAsync(People.Auditor, "审计", "?state=closed", false)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        for (var i = 0; i < SavedFilter.Most; i++)
            (await Filters.KeepAsync(People.Clerk, $"第{i}个", "?state=closed", false)).Errors.ShouldBeEmpty();
        (await Filters.KeepAsync(People.Clerk, "第0个", "?state=closed", false)).Error.ShouldBeOfType<SavedFilterErrors.NameTaken>();
        (await Filters.KeepAsync(People.Clerk, "又一个", "?state=closed", false)).Error.ShouldBeOfType<SavedFilterErrors.TooMany>();
    }
}
