using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;

namespace Governance.Application.Submissions;

/// <summary>
/// Fingerprint of what was sent, to tell a repeat from a number used twice. Name and phone are no part of it: eleven digits can be tried
/// until a hash fits. They are compared in clear instead.
/// </summary>
public static class SubmissionFingerprint
{
    /// <summary>Length of a fingerprint.</summary>
    public const int Length = 64;

    /// <summary>The fingerprint of a cleaned draft from a channel.</summary>
    public static string Of(SubmissionDraft draft, CaseChannel channel)
    {
        string[] parts =
        [
            channel.ToString(), draft.Title, draft.Description, draft.Place?.Value ?? "", draft.PlaceText, draft.CategoryCode,
            draft.Confidential ? "confidential" : "", .. Incident(draft.Incident),
        ];
        // Each with its length in front, so that words moved from one field to the next do not look the same.
        var whole = string.Concat(parts.Select(part => part.Length.ToString(CultureInfo.InvariantCulture) + ":" + part));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }

    // Persons are compared in clear, like the contact.
    private static string[] Incident(IncidentDraft? incident) => incident is null ? [] : [incident.Role.ToString(), incident.Wish.ToString()];
}
