using Microsoft.AspNetCore.Components;

namespace Governance.Web.Components.Shared;

/// <summary>Addresses of the same list with another filter.</summary>
public static class QueryAddress
{
    // A cursor belongs to one filter: whoever changes the filter starts at the first page.
    private static readonly string[] Cursors = [PageAddress.After, PageAddress.Before];

    /// <summary>
    /// The present address with the parameters set (null removes one), without the cursor unless it is among them. Starts with
    /// <c>/</c>.
    /// </summary>
    public static string With(this NavigationManager navigation, params (string Name, string? Value)[] parameters)
    {
        var wanted = Cursors.ToDictionary(name => name, _ => (object?)null);
        foreach (var (name, value) in parameters)
            wanted[name] = value;
        return "/" + navigation.ToBaseRelativePath(navigation.GetUriWithQueryParameters(wanted));
    }
}
