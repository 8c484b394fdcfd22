using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.SavedFilters;

/// <summary>A filter of the list of cases that somebody keeps under a name (常用筛选), alone or with the own body.</summary>
public sealed class SavedFilter
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 20;

    /// <summary>Longest query string.</summary>
    public const int QueryLength = 1000;

    /// <summary>Most filters of one person: they stand side by side as chips.</summary>
    public const int Most = 12;

    private SavedFilter()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Account of who keeps it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Name of that person at the time.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>Body of that person at the time: colleagues there see it when it is shared.</summary>
    public string BodyCode { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The query string, encrypted: the words searched for may name a person.</summary>
    public ProtectedText Query { get; private set; } = null!;

    /// <summary>True when colleagues of the body see it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>True when the list opens with it.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>When it was kept, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Keeps a filter.</summary>
    /// <param name="owner">Who keeps it.</param>
    /// <param name="existing">What the person keeps already.</param>
    /// <param name="name">Its name.</param>
    /// <param name="query">The query string, encrypted.</param>
    /// <param name="shared">True to let colleagues see it.</param>
    /// <param name="at">Now, UTC.</param>
    public static Result<SavedFilter> Keep(
        Actor owner, IReadOnlyList<SavedFilter> existing, string name, ProtectedText query, bool shared, DateTimeOffset at)
    {
        name = PlainText.CleanLine(name);
        if (name.Length == 0)
            return new SavedFilterErrors.NameMissing();
        if (name.Length > NameLength)
            return new SavedFilterErrors.NameTooLong();
        if (existing.Any(f => f.Name == name))
            return new SavedFilterErrors.NameTaken();
        if (existing.Count >= Most)
            return new SavedFilterErrors.TooMany();
        return new SavedFilter
        {
            Id = Guid.CreateVersion7(at), OwnerId = owner.UserId, OwnerName = owner.DisplayName, BodyCode = owner.BodyCode, Name = name, Query = query,
            IsShared = shared, CreatedAt = at,
        };
    }

    /// <summary>Makes this the one the list opens with, or none.</summary>
    /// <param name="existing">What the person keeps.</param>
    /// <param name="isDefault">True to open the list with it.</param>
    public void OpenWith(IReadOnlyList<SavedFilter> existing, bool isDefault)
    {
        foreach (var other in existing)
            other.IsDefault = false;
        IsDefault = isDefault;
    }
}
