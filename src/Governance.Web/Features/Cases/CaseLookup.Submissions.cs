using Governance.Application.Attachments;
using Governance.Application.Submissions;
using Governance.Domain.Submissions;
using Governance.Web.Features.Intake;

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
        var (photos, fault) = Form is { IsAnswer: true } ? await ReportPhotos.ReadAsync(Http.Request, comesBack: false, ct) : ([], null);
        var answered = Form is { IsAnswer: true } answer && fault is null
            ? await service.AnswerAsync(new AnswerQuestion(answer.Number, answer.PhoneTail, answer.Words), ct)
            : null;
        if (answered is { IsOk: true })
            await KeepPhotosAsync(photos, ct);
        var seen = await submissions.LookUpAsync(Form?.Number, Form?.PhoneTail, ct);
        if (!seen.IsOk)
        {
            (_message, _field) = (seen.Error.Message, seen.Error.Field);
            return true;
        }
        _submission = seen.Value;
        _answerThanks = answered is { IsOk: true } ? "已收到您的补充，谢谢。" + _photoWords : null;
        _answerError = fault is not null ? fault + "补充还没有提交。" : answered is { IsOk: false } refused ? refused.Error.Message : null;
        return true;
    }

    private async Task KeepPhotosAsync(IReadOnlyList<NewFile> photos, CancellationToken ct)
    {
        foreach (var photo in photos)
        {
            var kept = await files.AddFromSenderAsync(Form?.Number, Form?.PhoneTail, photo, ct);
            _photoWords += kept.IsOk ? "照片已收到。" : $"照片没有收下：{kept.Error.Message}";
        }
    }
}
