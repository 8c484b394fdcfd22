using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Governance.Domain.Cases;
using Governance.Domain.Submissions;

namespace Governance.Application.Webhooks;

/// <summary>What other systems are told, and how they know that it comes from here. Nothing in it is personal.</summary>
public static class WebhookMessage
{
    /// <summary>Header with the key of the message: the same with every try.</summary>
    public const string DeliveryHeader = "X-Governance-Delivery";

    /// <summary>Header with the moment of the try, seconds since 1970.</summary>
    public const string TimestampHeader = "X-Governance-Timestamp";

    /// <summary>Header with the signature, <c>sha256=</c> and hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Governance-Signature";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The text of a message.</summary>
    public static string Text(Case subject, CaseStep step, string sourceNumber) => JsonSerializer.Serialize(
        new
        {
            Event = "case.changed",
            Number = subject.IsRestricted ? null : subject.Number.Value,
            SourceNumber = sourceNumber,
            step.Sequence,
            Step = step.Kind.ToString(),
            StepName = step.Kind.DisplayName(),
            State = step.ToState.ToString(),
            StateName = step.ToState.DisplayName(),
            At = Moment(step.At),
            DueAt = step.ToState.IsOpen() ? Moment(subject.DueAt) : null,
            // The answer is what the reporter gets; words between bodies stay here.
            Answer = !subject.IsRestricted && step.Kind is (CaseStepKind.Close or CaseStepKind.Refuse) ? step.Note : null,
        },
        Json);

    /// <summary>The text of a message about a submission that is no case yet, or has just become one.</summary>
    /// <param name="subject">The submission with its history.</param>
    /// <param name="step">The step; null when it came in.</param>
    public static string Text(Submission subject, SubmissionStep? step)
    {
        var state = subject.StateAfter(step);
        // Of a restricted matter the sender learns how it stands and nothing else.
        var isRestricted = subject.RestrictionKey is not null;
        return JsonSerializer.Serialize(
            new
            {
                Event = "submission.changed",
                Number = subject.Number.Value,
                subject.SourceNumber,
                Sequence = step?.Sequence ?? 0,
                Step = step?.Kind.ToString() ?? "Receive",
                StepName = step?.Kind.DisplayName() ?? "接收",
                State = state.ToString(),
                StateName = state.DisplayName(),
                At = Moment(step?.At ?? subject.ReceivedAt),
                DueAt = state.IsOpen() ? Moment(subject.DueAt) : null,
                CaseNumber = !isRestricted && state is SubmissionState.Accepted or SubmissionState.Merged ? subject.CaseNumber?.Value : null,
                // What the sender is asked or told; the sender's own answer needs no telling back.
                Reply = !isRestricted && step?.Kind is SubmissionStepKind.Ask or SubmissionStepKind.Refuse ? step.Note : null,
            },
            Json);
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The signature of a try: HMAC-SHA-256 with the client's secret over the moment, a dot and the text.</summary>
    public static string Sign(string secret, long timestamp, string text) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp.ToString(CultureInfo.InvariantCulture)}.{text}")));
}
