using Governance.Application.Submissions;
using Governance.Domain.Attachments;
using Governance.Domain.Common;
using Governance.Domain.Submissions;
using Governance.Web.Features.Attachments;

namespace Governance.Web.Features.Cases;

/// <summary>The look-up of a submission, whose number has a length of its own: state, question, reason, the case it became.</summary>
public sealed partial class CaseLookup
{
    private SubmissionStatus? _submission;
    private string? _answerError;
    private string? _answerThanks;
    private string _photoWords = "";

    private async Task<bool> AnsweredAsSubmissionAsync()
    {
        if (!SubmissionNumber.TryParse(Form?.Number, out _))
            return false;
        var ct = Http.RequestAborted;
        var answered = Form is { IsAnswer: true } answer
            ? await service.AnswerAsync(new AnswerQuestion(answer.Number, answer.PhoneTail, answer.Words), ct)
            : null;
        if (answered is { IsOk: true })
            await KeepPhotosAsync(ct);
        var seen = await submissions.LookUpAsync(Form?.Number, Form?.PhoneTail, ct);
        if (!seen.IsOk)
        {
            (_message, _field) = (seen.Error.Message, seen.Error.Field);
            return true;
        }
        _submission = seen.Value;
        _answerThanks = answered is { IsOk: true } ? "已收到您的补充，谢谢。" + _photoWords : null;
        _answerError = answered is { IsOk: false } refused ? refused.Error.Message : null;
        return true;
    }

    // The words are the answer and are kept already; what is wrong with a photo is said beside the thanks.
    private async Task KeepPhotosAsync(CancellationToken ct)
    {
        foreach (var photo in UploadedFiles.Chosen(Http.Request, "Photos").Take(Attachment.MostOfCitizen))
        {
            var read = await UploadedFiles.ReadAsync(photo, ct);
            var kept = read.IsOk ? await files.AddFromSenderAsync(Form?.Number, Form?.PhoneTail, read.Value, ct) : Result<Guid>.Refused(read.Errors);
            _photoWords += kept.IsOk ? "照片已收到。" : $"照片没有收下：{kept.Error.Message}";
        }
    }
}
