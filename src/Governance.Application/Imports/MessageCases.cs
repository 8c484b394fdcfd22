using Governance.Application.Cities;
using Governance.Application.Deadlines;
using Governance.Application.Platform;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.Application.Imports;

/// <summary>
/// Makes cases out of citizens' messages. A message without a reply waits for acceptance: nothing more is known of it. One with a
/// reply is a case that was handled and closed: accepted when it was written, so that the limit counts from there, every other step
/// at the time of the reply; the notes say that the import supplied these steps.
/// </summary>
public sealed class MessageCases
{
    /// <summary>Longest id of a message.</summary>
    public const int IdLength = 80;

    private readonly IReferenceData _reference;
    private readonly CaseClock _clock;
    private readonly MessagePlace _places;
    private readonly Body _centre;

    /// <summary>Uses the city pack as it is now.</summary>
    public MessageCases(IReferenceData reference, CaseClock clock)
    {
        _reference = reference;
        _clock = clock;
        _places = new MessagePlace(reference.Pack);
        // The city's platform triages what comes in by web and hotline.
        _centre = SystemActor.CityCentre(reference.Pack);
        Importer = SystemActor.Named("留言导入", reference.Pack);
    }

    /// <summary>Who takes the steps: the system, without an account, for the city's centre.</summary>
    public Actor Importer { get; }

    /// <summary>The case of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="now">Now, UTC; nothing can lie after it.</param>
    /// <returns>Refused with every fault of the message.</returns>
    public Result<CaseSeed> Plan(MessageRow message, DateTimeOffset now)
    {
        var category = MessageCategory.Of(message, _reference.Pack);
        var facts = new CaseFacts(
            message.Title, message.Body, _places.Of(message.Id), "", category.Code, CaseChannel.Web, category.DefaultUrgency).Cleaned();
        var errors = facts.Check().Concat(CheckMessage(message, now)).ToList();
        if (errors.Count > 0)
            return Result<CaseSeed>.Refused(errors);

        var handler = _reference.Pack.FindBodyFor(facts.Place, category.Department) ?? _centre;
        return new CaseSeed($"message:{message.Id}", facts.Place, message.AskedAt, number => Build(number, message, facts, handler));
    }

    private static IEnumerable<Error> CheckMessage(MessageRow message, DateTimeOffset now)
    {
        if (message.Id.Length == 0)
            yield return new PlatformErrors.Required(nameof(message.Id), "留言编号");
        if (message.Id.Length > IdLength)
            yield return new PlatformErrors.TooLong("留言编号", IdLength, message.Id.Length);
        if (message.AskedAt > now)
            yield return new ImportErrors.InTheFuture("留言时间");
        if (message.RepliedAt > now)
            yield return new ImportErrors.InTheFuture("答复时间");
        if (message.RepliedAt < message.AskedAt)
            yield return new ImportErrors.ReplyBeforeQuestion();
        var reply = PlainText.Clean(message.Reply);
        if (reply.Length == 0 != message.RepliedAt is null)
            yield return new ImportErrors.HalfReply();
        if (reply.Length > CaseStep.NoteLength)
            yield return new PlatformErrors.TooLong("答复", CaseStep.NoteLength, reply.Length);
    }

    private Case Build(CaseNumber number, MessageRow message, CaseFacts facts, Body handler)
    {
        var made = Case.Register(
            number, facts, (null, null), _centre.Code, Guid.CreateVersion7(message.AskedAt), Importer,
            _clock.CountAcceptance(facts.Place, facts.CategoryCode, facts.Urgency, message.AskedAt), message.AskedAt, $"message:{message.Id}").Value;
        if (_reference.Pack.RestrictionFor(facts.CategoryCode) is not null)
            made.Withhold();
        if (message.RepliedAt is not { } at)
            return made;
        Must(made.Accept(
            Importer, "留言导入补记：原留言没有受理记录，按留言时间计。",
            _clock.CountHandling(facts.Place, facts.CategoryCode, facts.Urgency, message.AskedAt), message.AskedAt));
        Must(made.Dispatch(Importer, handler, "留言导入补记：按类别和地点确定承办单位，按答复时间计。", at));
        Must(made.Sign(Importer, "留言导入补记：按答复时间计。", at));
        Must(made.SubmitResult(Importer, "留言导入补记：办理情况见答复，按答复时间计。", at));
        Must(made.Verify(Importer, true, "留言导入补记：原留言没有核查记录，按答复时间计。", at));
        Must(made.Close(Importer, message.Reply, at));
        return made;
    }

    // Everything that can be refused was checked before a number was taken.
    private static void Must(Result taken)
    {
        if (!taken.IsOk)
            throw new InvalidOperationException($"An imported case was refused a step: {taken.Error.Code}");
    }
}
