using Governance.Domain.Common;

namespace Governance.Infrastructure.Imports;

/// <summary>The reasons of a refusal in one line.</summary>
internal static class ErrorText
{
    public static string Of(IEnumerable<Error> errors) => string.Concat(errors.Select(e => e.Message));
}
