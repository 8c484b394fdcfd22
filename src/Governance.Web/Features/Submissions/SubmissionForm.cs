using Governance.Application.Submissions;
using Governance.Domain.Cities;
using Governance.Domain.Organisation;
using Governance.Domain.Submissions;
using Governance.Web.Components.Shared;
using Governance.Web.Features.Cases;

namespace Governance.Web.Features.Submissions;

/// <summary>Fills the form of a case from a submission.</summary>
public static class SubmissionForm
{
    /// <summary>The form as the reviewer finds it.</summary>
    public static CaseForm Of(SubmissionRecord found, CityPack pack, CaseLabels labels)
    {
        var proposed = pack.Proposer.Propose(found.Title, found.Description, 1) is [var best, ..] ? best.Category : null;
        return new CaseForm
        {
            Title = found.Title,
            Description = Whole(found),
            Place = found.Area.Level >= DivisionLevel.Township ? new ComboItem(found.Area.Value, labels.Place(found.Area)) : null,
            PlaceDetail = found.PlaceText,
            // What the words say the form proposes by itself, with the next guesses; only another wish of the sender is filled in.
            Category = found.CategoryCode is { } wished && wished != proposed ? new ComboItem(wished, labels.Category(wished)) : null,
            Channel = found.Channel,
        };
    }

    private static string Whole(SubmissionRecord found) => string.Join(
        '\n', found.Steps.Where(step => step.Kind == SubmissionStepKind.Answer).Select(step => $"补充：{step.Note}").Prepend(found.Description));
}
