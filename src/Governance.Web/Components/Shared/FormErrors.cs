using Governance.Domain.Common;

namespace Governance.Web.Components.Shared;

/// <summary>The refusals of the last attempt, sorted to the fields they belong to.</summary>
public sealed class FormErrors
{
    private IReadOnlyList<Error> _errors = [];

    /// <summary>Refusals that belong to no field: shown above the form.</summary>
    public IReadOnlyList<Error> General => _errors.Where(error => error.Field is null).ToList();

    /// <summary>True when something was refused.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>The first refusal of a field (property name of the command), or null.</summary>
    public string? this[string field] => _errors.FirstOrDefault(error => error.Field == field)?.Message;

    /// <summary>Takes over the refusals of a result; an empty list clears.</summary>
    public void Set(IReadOnlyList<Error> errors) => _errors = errors;

    /// <summary>Forgets everything, before the next attempt.</summary>
    public void Clear() => _errors = [];
}
