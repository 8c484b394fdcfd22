namespace Governance.Web.Commands;

/// <summary>
/// A command for operators, run beside a running portal: <c>scripts/admin.sh VERB ARGS</c>. Register it with
/// <see cref="AdminServices.AddAdminVerb{T}"/>. It prints progress on long work and ends with a count.
/// </summary>
public interface IAdminVerb
{
    /// <summary>The word that calls it, e.g. <c>import-divisions</c>.</summary>
    string Name { get; }

    /// <summary>Its arguments as they are typed, e.g. <c>import-divisions 文件</c>.</summary>
    string Usage { get; }

    /// <summary>What it does, in one short Chinese sentence.</summary>
    string Summary { get; }

    /// <summary>
    /// True when schema and reference data are brought up to date before it runs; false for verbs that only need the database to
    /// answer.
    /// </summary>
    bool NeedsSchema => true;

    /// <summary>Does the work.</summary>
    /// <param name="context">Services and output.</param>
    /// <param name="args">What followed the verb.</param>
    /// <param name="ct">Cancelled when the operator stops it.</param>
    /// <returns>0 when everything was done; else the process ends with this code.</returns>
    /// <exception cref="AdminUsageException">The arguments are wrong.</exception>
    /// <exception cref="AdminFailedException">It failed for a reason the operator can mend.</exception>
    Task<int> RunAsync(AdminContext context, IReadOnlyList<string> args, CancellationToken ct);
}

/// <summary>The arguments of a verb are wrong; the message says how, in Chinese, and its usage is printed below.</summary>
public sealed class AdminUsageException(string message) : Exception(message);

/// <summary>A verb failed for a reason the operator can mend; the message says what to do, in Chinese.</summary>
public sealed class AdminFailedException(string message, Exception? inner = null) : Exception(message, inner);
