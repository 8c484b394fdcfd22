using Governance.Application.Submissions;
using Governance.Domain.Submissions;

namespace Governance.Web.Features.Cases;

/// <summary>The look-up of a submission, whose number has a length of its own: state, question, reason, the case it became.</summary>
public sealed partial class CaseLookup
{
    private SubmissionStatus? _submission;
    private string? _answerError;
    private string? _answerThanks;

    private async Task<bool> AnsweredAsSubmissionAsync()
    {
        if (!SubmissionNumber.TryParse(Form?.Number, out _))
            return false;
        var ct = Http.RequestAborted;
        var answered = Form is { IsAnswer: true } answer
            ? await service.AnswerAsync(new AnswerQuestion(answer.Number, answer.PhoneTail, answer.Words), ct)
            : null;
        var seen = await submissions.LookUpAsync(Form?.Number, Form?.PhoneTail, ct);
        if (!seen.IsOk)
        {
            (_message, _field) = (seen.Error.Message, seen.Error.Field);
            return true;
        }
        _submission = seen.Value;
        _answerThanks = answered is { IsOk: true } ? "已收到您的补充，谢谢。" : null;
        _answerError = answered is { IsOk: false } refused ? refused.Error.Message : null;
        return true;
    }
}
