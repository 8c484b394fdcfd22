using Governance.Application.Platform;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Governance.Infrastructure.Platform;

/// <summary>Reads accounts with one statement by primary key: every request and every command of a page asks.</summary>
public sealed class AccountReader(IDbContextFactory<GovernanceDbContext> contexts) : IAccountReader
{
    private static readonly Func<GovernanceDbContext, Guid, CancellationToken, Task<Row?>> ById =
        EF.CompileAsyncQuery((GovernanceDbContext context, Guid id, CancellationToken ct) => context.Users
            .Where(u => u.Id == id)
            .Select(u => new Row(
                u.UserName!, u.DisplayName, u.Role, u.BodyCode, u.BodyName, u.ScopeCode, u.SecurityStamp!, u.LockoutEnd, u.MustChangePassword))
            .FirstOrDefault());

    /// <inheritdoc />
    public async Task<AccountState?> FindAsync(Guid userId, CancellationToken ct = default)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var row = await ById(context, userId, ct);
        if (row is null)
            return null;
        var actor = new Actor(userId, row.Account, row.DisplayName, row.Role, row.BodyCode, row.BodyName, row.Scope);
        return new AccountState(actor, row.SecurityStamp, PortalUser.MeansSuspended(row.LockoutEnd), row.MustChangePassword);
    }

    private sealed record Row(
        string Account, string DisplayName, Role Role, string BodyCode, string BodyName, AreaCode Scope, string SecurityStamp,
        DateTimeOffset? LockoutEnd, bool MustChangePassword);
}
