namespace Governance.Web.Security;

/// <summary>Addresses that more than one place must agree on.</summary>
public static class Paths
{
    /// <summary>Sign-in page.</summary>
    public const string SignIn = "/account/login";

    /// <summary>Sign-out, POST only.</summary>
    public const string SignOut = "/account/logout";

    /// <summary>Change of the own password, and sign-out everywhere.</summary>
    public const string Password = "/account/password";

    /// <summary>First page after sign-in.</summary>
    public const string Home = "/";

    /// <summary>
    /// The address when it leads inside the portal, else <see cref="Home"/>: a return address comes from the query string and
    /// must never send somebody to another site.
    /// </summary>
    public static string LocalOr(string? address, string otherwise = Home) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
