using Governance.Domain.Common;
using Governance.Domain.Platform;

namespace Governance.Domain.Mediation;

/// <summary>What the forms of this feature have in common.</summary>
internal static class FactsCheck
{
    public static void Text(List<Error> errors, string field, string label, string text, int maximum, bool required)
    {
        if (required && text.Length == 0)
            errors.Add(new PlatformErrors.Required(field, label) { Field = field });
        else if (text.Length > maximum)
            errors.Add(new PlatformErrors.TooLong(label, maximum, text.Length) { Field = field });
    }

    /// <summary>Cleans a ground or reason that must be given; null when it is fine.</summary>
    public static Error? Ground(ref string words, string label)
    {
        words = PlainText.CleanLine(words);
        return words.Length == 0
            ? new PlatformErrors.Required("Ground", label) { Field = "Ground" }
            : words.Length > MediationCommittee.GroundLength
                ? new PlatformErrors.TooLong(label, MediationCommittee.GroundLength, words.Length) { Field = "Ground" }
                : null;
    }
}
