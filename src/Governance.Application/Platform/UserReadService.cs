using Governance.Application.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Platform;

/// <summary>Filter of the list of accounts.</summary>
/// <param name="Text">Part of name or account, or null.</param>
/// <param name="Role">Role, or null.</param>
/// <param name="Area">Division that the scope lies in, or null.</param>
public sealed record UserListCriteria(string? Text = null, Role? Role = null, AreaCode? Area = null);

/// <summary>One line of the list.</summary>
public sealed record UserRow(
    Guid Id, string Account, string DisplayName, Role Role, string BodyName, AreaCode Scope, bool IsSuspended, bool MustChangePassword);

/// <summary>An account with what its form needs.</summary>
public sealed record UserDetail(
    Guid Id, string Version, AccountFacts Facts, string BodyName, bool IsSuspended, bool IsLockedOut, bool MustChangePassword,
    DateTimeOffset CreatedAt);

/// <summary>Reads accounts.</summary>
public interface IUserQueries
{
    /// <summary>A page of the accounts whose scope lies inside <paramref name="scope"/>, ordered by account.</summary>
    Task<Page<UserRow>> ListAsync(AreaCode scope, UserListCriteria criteria, PageRequest page, CancellationToken ct);

    /// <summary>One account, or null.</summary>
    Task<UserDetail?> FindAsync(Guid id, CancellationToken ct);
}

/// <summary>What administrators see of accounts, inside their scope.</summary>
public sealed class UserReadService(IUserQueries queries, IReferenceData reference)
{
    /// <summary>A page of accounts.</summary>
    public async Task<Result<Page<UserRow>>> ListAsync(Actor actor, UserListCriteria criteria, PageRequest page, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ManageUsers))
            return new PlatformErrors.NotPermitted();
        // An area outside the own scope shows nothing rather than everything.
        var scope = criteria.Area is { } area && actor.Scope.Contains(area) ? area : actor.Scope;
        return criteria.Area is { } asked && !actor.Scope.Contains(asked)
            ? new Page<UserRow>([], null, null, 0)
            : await queries.ListAsync(scope, criteria, page, ct);
    }

    /// <summary>One account.</summary>
    public async Task<Result<UserDetail>> FindAsync(Actor actor, Guid id, CancellationToken ct = default)
    {
        if (!actor.May(Permission.ManageUsers))
            return new PlatformErrors.NotPermitted();
        return await queries.FindAsync(id, ct) is { } found && actor.Scope.Contains(found.Facts.Scope) ? found : new UserErrors.NotFound();
    }

    /// <summary>Bodies that fit what was typed, inside the administrator's scope, the higher ones first.</summary>
    public IReadOnlyList<Body> FindBodies(Actor actor, string typed, int most = 12)
    {
        var terms = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. reference.Pack.Bodies
            .Where(body => actor.Scope.Contains(body.AreaCode) && terms.All(term => body.Name.Contains(term, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(body => body.Level).ThenBy(body => body.Name.Length).ThenBy(body => body.Code, StringComparer.Ordinal)
            .Take(most)];
    }

    /// <summary>Divisions that fit what was typed (part of the name, or pinyin initials), inside the scope, the higher ones first.</summary>
    public IReadOnlyList<Division> FindScopes(Actor actor, string typed, int most = 12)
    {
        var terms = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. reference.Pack.Divisions
            .Where(division => actor.Scope.Contains(division.Code) && terms.All(term => Fits(division, term)))
            .OrderBy(division => division.Level).ThenBy(division => division.Code)
            .Take(most)];
    }

    private bool Fits(Division division, string term) =>
        division.Name.Contains(term, StringComparison.OrdinalIgnoreCase)
        || division.Initials.StartsWith(term, StringComparison.OrdinalIgnoreCase)
        || reference.Pack.PlaceName(division.Code).Contains(term, StringComparison.OrdinalIgnoreCase);
}
