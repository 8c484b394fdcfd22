using Governance.Application.Attachments;
using Governance.Domain.Attachments;
using Governance.Domain.Common;
using Governance.Web.Features.Attachments;

namespace Governance.Web.Features.Intake;

/// <summary>Photos that come with a public form.</summary>
internal static class ReportPhotos
{
    /// <summary>
    /// Looks into the chosen photos before anything is saved: a photo that cannot be taken is no reason to send half a report.
    /// </summary>
    /// <param name="request">The form.</param>
    /// <param name="comesBack">True when the form comes back for another fault and loses its photos.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The photos, and what is wrong with one of them, or null.</returns>
    public static async Task<(IReadOnlyList<NewFile> Photos, string? Fault)> ReadAsync(HttpRequest request, bool comesBack, CancellationToken ct)
    {
        var chosen = UploadedFiles.Chosen(request, "Photos");
        var fault = chosen.Count > Attachment.MostOfCitizen ? $"最多 {Attachment.MostOfCitizen} 张照片，请重新选择。" : null;
        var photos = new List<NewFile>();
        foreach (var file in chosen.Take(Attachment.MostOfCitizen))
        {
            var read = await UploadedFiles.ReadAsync(file, ct);
            var inspected = read.IsOk ? FileInspection.Inspect(file.FileName, read.Value.Content) : Result<InspectedFile>.Refused(read.Errors);
            if (!inspected.IsOk || !inspected.Value.Kind.IsPicture())
                fault = $"{PlainText.CleanLine(file.FileName)}：{(inspected.IsOk ? new AttachmentErrors.OnlyPhotos() : inspected.Error).Message}";
            else
                photos.Add(read.Value);
        }
        return (photos, fault ?? (comesBack && chosen.Count > 0 ? "请把照片重新选一次。" : null));
    }

    /// <summary>Keeps the photos of a report that was received.</summary>
    /// <param name="files">Keeps them.</param>
    /// <param name="number">Number of the report.</param>
    /// <param name="secret">End of the phone, or the code.</param>
    /// <param name="photos">The photos.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>How many were kept, and why others were not.</returns>
    public static async Task<(int Kept, IReadOnlyList<string> Refusals)> KeepAsync(
        AttachmentService files, string number, string secret, IReadOnlyList<NewFile> photos, CancellationToken ct)
    {
        var refusals = new List<string>();
        foreach (var photo in photos)
            if (await files.AddFromSenderAsync(number, secret, photo, ct) is { IsOk: false } refused)
                refusals.Add($"{PlainText.CleanLine(photo.Name)}：{refused.Error.Message}");
        return (photos.Count - refusals.Count, refusals);
    }
}
