using Governance.Application.Attachments;
using Governance.Application.Cases;
using Governance.Application.Cities;
using Governance.Application.Platform;
using Governance.Application.Restricted;
using Governance.Application.Satisfaction;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Satisfaction;
using Governance.Domain.Submissions;
using Governance.Web.Features.Intake;
using Microsoft.AspNetCore.Components;

namespace Governance.Web.Features.Cases;

/// <summary>
/// The citizen's look-up: static, no account, no script. It shows state, deadline and answer, never a person. Guessing is slowed by
/// a limit on each address, a lock on each number, and one answer for every mistake that takes the same time.
/// </summary>
public sealed partial class CaseLookup(
    CaseReadService cases, SatisfactionService satisfaction, SubmissionReadService submissions, SubmissionService service, CaseLabels labels,
    AttachmentService files, ReporterAnswers answers, ProtectedIntake protectedIntake, IReferenceData reference, LookupLimiter limiter, LookupLocks locks,
    TimeProvider time)
{
    /// <summary>Time every answer takes at least.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(250);

    private readonly CaseLabels _labels = labels;
    private readonly ProtectedIntake _protected = protectedIntake;
    private CaseLookupRecord? _found;
    private ReporterAnswer? _released;
    private string? _message;
    private string? _field;
    private string? _thanks;
    private string? _ratingError;

    /// <summary>What the citizen typed.</summary>
    [SupplyParameterFromForm(FormName = "lookup")]
    private LookupForm? Form { get; set; }

    private bool MayRate => _found is { Satisfaction: null } found && Case.IsAnswered(found.State, found.ClosedAt);

    /// <summary>Number from the address, as the code on a receipt has it; it is no secret without the phone tail.</summary>
    [SupplyParameterFromQuery(Name = "number")]
    private string? GivenNumber { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    // A pause that ran out is over, whether the clock has been told yet or not.
    private (string Why, string HowOn)? Pause(CaseLookupRecord found) => found.PausedUntil is { } until && until > time.GetUtcNow()
        ? CitizenWords.Pause(reference.Pack.FindPauseReason(found.PauseReasonKey), until, found.DueAt)
        : null;

    private async Task AnswerAsync()
    {
        var started = time.GetTimestamp();
        await GuardAsync();
        // However much or little there was to look for, the answer comes after the same time.
        if (AnswerTime - time.GetElapsedTime(started) is { Ticks: > 0 } left)
            await Task.Delay(left, time, Http.RequestAborted);
    }

    private async Task GuardAsync()
    {
        var number = CanonicalNumber();
        if (!limiter.Admits(Http.Connection.RemoteIpAddress))
            Refuse("查询过于频繁，请一分钟后再试。");
        else if (number is not null && locks.Try(number) is { } closed)
            Refuse($"这个编号查错次数过多，请 {Math.Ceiling(closed.TotalMinutes):0} 分钟后再试，或到受理窗口查询。");
        else
        {
            await LookAsync();
            if (number is not null && (_found is not null || _submission is not null))
                locks.Fitted(number);
        }
    }

    private void Refuse(string message)
    {
        _message = message;
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    private string? CanonicalNumber() => CaseNumber.TryParse(Form?.Number, out var ofCase)
        ? ofCase.Value
        : SubmissionNumber.TryParse(Form?.Number, out var ofSubmission) ? ofSubmission.Value : null;

    private async Task LookAsync()
    {
        try
        {
            if (await AnsweredAsSubmissionAsync())
            {
                if (_submission is { IsRestricted: true, CaseNumber: not null })
                    _released = await answers.FindAsync(Form?.Number, Form?.PhoneTail, Http.RequestAborted);
                return;
            }
            var rated = Form is { IsRating: true } rating
                ? await satisfaction.RateAsync(new RateAnswer(rating.Number, rating.PhoneTail, rating.Level, rating.Words, rating.Solved), Http.RequestAborted)
                : null;
            var result = await cases.LookUpAsync(Form?.Number, Form?.PhoneTail, Http.RequestAborted);
            if (result.IsOk)
                _found = result.Value;
            else
                (_message, _field) = (result.Error.Message, result.Error.Field);
            if (_found is { IsRestricted: true })
                _released = await answers.FindAsync(Form?.Number, Form?.PhoneTail, Http.RequestAborted);
            if (_found is not null && rated is not null)
                Say(rated, _found);
        }
        catch (StorageUnavailableException)
        {
            _message = new PlatformErrors.StorageUnavailable().Message;
        }
    }

    private void Say(Result<CaseNumber> rated, CaseLookupRecord found)
    {
        if (!rated.IsOk)
            _ratingError = rated.Error.Message;
        else
            _thanks = found.State.IsOpen() ? "已收到您的评价，案件已重新受理，将再次答复您。" : "已收到您的评价，谢谢。";
    }

    /// <summary>Fields of the form.</summary>
    public sealed class LookupForm
    {
        /// <summary>Case number as typed.</summary>
        public string? Number { get; set; }

        /// <summary>Last four digits of the phone, or the code of an anonymous reporter.</summary>
        public string? PhoneTail { get; set; }

        /// <summary>True when the answer is rated, not only looked up.</summary>
        public bool IsRating { get; set; }

        /// <summary>True when a question about a submission is answered; the words are the answer.</summary>
        public bool IsAnswer { get; set; }

        /// <summary>The chosen level.</summary>
        public SatisfactionLevel? Level { get; set; }

        /// <summary>Whether the matter is solved, when the citizen said so.</summary>
        public bool? Solved { get; set; }

        /// <summary>Accompanying words.</summary>
        public string? Words { get; set; }
    }
}
