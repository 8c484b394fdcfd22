using Governance.Application.Cities;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Clients;
using Governance.Domain.Common;
using Governance.Domain.Submissions;

namespace Governance.Application.Clients;

/// <summary>A delivery as a client sent it.</summary>
/// <param name="Draft">What it tells.</param>
/// <param name="Channel">Channel it names, or null for its usual one.</param>
public sealed record Delivery(SubmissionDraft Draft, CaseChannel? Channel);

/// <summary>Takes in what clients deliver, within what each of them may.</summary>
public sealed class ClientIntake(SubmissionService submissions, IReferenceData reference)
{
    /// <summary>Takes one delivery in.</summary>
    public async Task<Result<SubmissionReceipt>> ReceiveAsync(ClientIdentity client, Delivery delivery, CancellationToken ct = default)
    {
        var channel = delivery.Channel ?? client.Channels[0];
        if (!client.Channels.Contains(channel))
            return new ClientErrors.ChannelNotAllowed(channel.DisplayName()) { Field = nameof(delivery.Channel) };
        if (delivery.Draft.Place is { } place && !client.Areas.Any(area => area.Contains(place)))
            return new ClientErrors.AreaNotAllowed(Name(place)) { Field = nameof(delivery.Draft.Place) };
        return await submissions.ReceiveAsync(client.Source(channel), delivery.Draft, ct);
    }

    private string Name(Domain.Organisation.AreaCode place) => reference.Pack.FindDivision(place) is { } division ? division.Name : place.Value;
}
