using System.Globalization;

namespace Governance.Application.Attachments;

/// <summary>Sizes in words.</summary>
public static class AttachmentSize
{
    private const double Kilo = 1024;

    /// <summary>E.g. <c>1.2 MB</c>; small files in thousands of bytes.</summary>
    public static string Text(int bytes) => bytes >= Kilo * Kilo / 10
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilo)):0} KB");
}
