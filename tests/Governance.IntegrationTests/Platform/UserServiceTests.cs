using Governance.Application.Platform;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.IntegrationTests.Platform;

public sealed class UserServiceTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string County = "150102000000";
    private const string OtherCounty = "150103000000";

    private UserService Users => portal.Services.GetRequiredService<UserService>();

    private UserReadService Reads => portal.Services.GetRequiredService<UserReadService>();

    [Fact]
    public async Task A_new_account_signs_in_with_the_shown_password_and_must_change_it()
    {
        var made = (await Users.CreateAsync(Administrator(), New("wang.haiyan1"))).Value;
        using var browser = portal.Open();

        await browser.SignInAsync("wang.haiyan1", made.Password);

        (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/account/password");
        PasswordRules.Check(made.Account, made.Password).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_with_who_and_what()
    {
        var administrator = Administrator();
        var made = (await Users.CreateAsync(administrator, New("audited1"))).Value;
        await Users.ChangeAsync(administrator, new ChangeUser(made.UserId, await VersionAsync(made.UserId), Facts(role: Role.Leader)));
        await Users.ResetPasswordAsync(administrator, made.UserId);
        await Users.LockAsync(administrator, made.UserId);
        await Users.UnlockAsync(administrator, made.UserId);
        await Users.SignOutEverywhereAsync(administrator, made.UserId);

        var entries = await AuditOfAsync("audited1");

        entries.Select(e => e.Action).ShouldBe(
            ["user.create", "user.change", "user.reset-password", "user.lock", "user.unlock", "user.sign-out-everywhere"]);
        entries.ShouldAllBe(e => e.Actor == administrator.Account);
        entries[1].Detail.ShouldBe("角色：街道（乡镇）经办员 改为 领导");
        entries.ShouldAllBe(e => !e.Detail.Contains(made.Password));
    }

    [Fact]
    public async Task A_refused_change_leaves_no_account_and_no_audit_entry()
    {
        (await Users.CreateAsync(Administrator(), New("taken1"))).IsOk.ShouldBeTrue();

        var again = await Users.CreateAsync(Administrator(), New("TAKEN1"));

        again.Error.ShouldBeOfType<UserErrors.AccountTaken>();
        (await AuditOfAsync("taken1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        var refused = await Users.CreateAsync(
            Administrator(), new CreateUser("9x", new UserFacts(" ", Role.Leader, "no-such-body", default), Password: "short"));

        refused.Errors.Select(e => e.Field).Distinct().ShouldBe(["DisplayName", "BodyCode", "Scope", "Account", "Password"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_scope_must_lie_inside_the_area_of_the_body()
    {
        var refused = await Users.CreateAsync(Administrator(), New("outside1") with { Facts = Facts() with { Scope = AreaCode.Parse(OtherCounty) } });

        refused.Error.ShouldBeOfType<UserErrors.ScopeOutsideBody>();
    }

    [Theory]
    [InlineData(Role.CentreStaff)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    public async Task Only_an_administrator_keeps_accounts(Role role)
    {
        var made = (await Users.CreateAsync(Administrator(), New($"kept.by.{role}"))).Value;
        var actor = Administrator() with { Role = role };

        (await Users.CreateAsync(actor, New("nobody1"))).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Users.LockAsync(actor, made.UserId)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Users.ResetPasswordAsync(actor, made.UserId)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Reads.ListAsync(actor, new UserListCriteria(), new PageRequest())).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
        (await Reads.FindAsync(actor, made.UserId)).Error.ShouldBeOfType<PlatformErrors.NotPermitted>();
    }

    [Fact]
    public async Task An_administrator_of_another_county_does_not_even_learn_of_the_account()
    {
        var made = (await Users.CreateAsync(Administrator(), New("far.away1"))).Value;
        var stranger = Administrator(OtherCounty);

        (await Reads.FindAsync(stranger, made.UserId)).Error.ShouldBeOfType<UserErrors.NotFound>();
        (await Users.LockAsync(stranger, made.UserId)).Error.ShouldBeOfType<UserErrors.NotFound>();
        (await Users.ChangeAsync(stranger, new ChangeUser(made.UserId, await VersionAsync(made.UserId), Facts()))).Error.ShouldBeOfType<UserErrors.NotFound>();
        (await Users.CreateAsync(stranger, New("far.away2"))).Error.ShouldBeOfType<PlatformErrors.OutsideScope>();
        (await Reads.ListAsync(stranger, new UserListCriteria("far.away1", Area: AreaCode.Parse(County)), new PageRequest())).Value.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_locks_or_disarms_the_own_account()
    {
        var made = (await Users.CreateAsync(Administrator(), New("selfadmin1") with { Facts = Facts(role: Role.SystemAdministrator) })).Value;
        var self = Administrator(County) with { UserId = made.UserId };

        (await Users.LockAsync(self, made.UserId)).Error.ShouldBeOfType<UserErrors.OwnAccount>();
        (await Users.ChangeAsync(self, new ChangeUser(made.UserId, await VersionAsync(made.UserId), Facts(role: Role.Leader))))
            .Error.ShouldBeOfType<UserErrors.OwnAccount>();
    }

    [Fact]
    public async Task The_slower_of_two_administrators_is_told()
    {
        var made = (await Users.CreateAsync(Administrator(), New("raced1"))).Value;
        var seen = await VersionAsync(made.UserId);
        (await Users.ChangeAsync(Administrator(), new ChangeUser(made.UserId, seen, Facts(role: Role.Leader)))).IsOk.ShouldBeTrue();

        var slower = await Users.ChangeAsync(Administrator(), new ChangeUser(made.UserId, seen, Facts(role: Role.Auditor)));

        slower.Error.ShouldBeAssignableTo<ConflictError>();
        (await Reads.FindAsync(Administrator(), made.UserId)).Value.Facts.Role.ShouldBe(Role.Leader);
    }

    [Fact]
    public async Task A_withdrawn_right_ends_the_sign_in_within_five_seconds()
    {
        var made = (await Users.CreateAsync(Administrator(), New("withdrawn1") with { Password = "anfang2026x", MustChangePassword = false })).Value;
        using var browser = portal.Open();
        await browser.SignInAsync(made.Account, made.Password);
        await browser.OpenAsync("/");

        await Users.ChangeAsync(Administrator(), new ChangeUser(made.UserId, await VersionAsync(made.UserId), Facts(role: Role.GridMember)));
        await Task.Delay(TimeSpan.FromSeconds(4));

        (await browser.GetAsync("/")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_list_turns_its_pages_forward_and_back_without_losing_or_repeating_anybody()
    {
        for (var i = 0; i < 103; i++)
            (await Users.CreateAsync(Administrator(), New($"paged.{i:000}"))).IsOk.ShouldBeTrue();
        var criteria = new UserListCriteria("paged.");

        var first = (await Reads.ListAsync(Administrator(), criteria, new PageRequest())).Value;
        var second = (await Reads.ListAsync(Administrator(), criteria, new PageRequest(first.Next))).Value;
        var third = (await Reads.ListAsync(Administrator(), criteria, new PageRequest(second.Next))).Value;
        var back = (await Reads.ListAsync(Administrator(), criteria, new PageRequest(third.Previous, Backwards: true))).Value;

        first.Total.ShouldBe(103);
        first.Previous.ShouldBeNull();
        third.Next.ShouldBeNull();
        first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Account).ShouldBe(Enumerable.Range(0, 103).Select(i => $"paged.{i:000}"));
        back.Rows.ShouldBe(second.Rows);
    }

    private static Actor Administrator(string scope = "150100000000") =>
        new(Guid.NewGuid(), "sysadmin", "周建国", Role.SystemAdministrator, "x", "市综治中心", AreaCode.Parse(scope));

    private static UserFacts Facts(Role role = Role.TownshipClerk) =>
        new("王海燕", role, Body.CodeOf(AreaCode.Parse(County), "centre"), AreaCode.Parse(County));

    private static CreateUser New(string account) => new(account, Facts());

    private async Task<string> VersionAsync(Guid id) => (await Reads.FindAsync(Administrator(), id)).Value.Version;

    private async Task<IReadOnlyList<(string Action, string Actor, string Detail)>> AuditOfAsync(string account)
    {
        await using var command = portal.Postgres.DataSource.CreateCommand(
            "select action, actor_account, detail from audit_entries where subject_kind = 'user' and subject_id = $1 order by at, id");
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = account });
        var entries = new List<(string, string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            entries.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return entries;
    }
}
