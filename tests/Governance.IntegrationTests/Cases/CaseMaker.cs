using Governance.Application.Cases;
using Governance.Application.Deadlines;
using Governance.Application.Leads;
using Governance.Application.Platform;
using Governance.Application.Repeats;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Leads;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Cases;

/// <summary>Makes cases for tests: by the form, or taken to a state by the domain and saved in one go.</summary>
internal static class CaseMaker
{
    public static CaseFacts Facts { get; } = new(
        "小区停暖三天", "三号楼从周一起没有暖气，家里有老人。", AreaCode.Parse(People.Village), "三号楼", "0301", CaseChannel.Counter, CaseUrgency.Normal);

    public static RegisterCase Form(CaseFacts? facts = null, string? name = null, string? phone = null, bool accept = false, Guid? key = null) =>
        new(facts ?? Facts, name, phone, key ?? Guid.NewGuid(), accept);

    public static async Task<CaseNumber> RegisterAsync(
        this PortalServices portal, Actor actor, CaseFacts? facts = null, string? name = null, string? phone = null, bool accept = false)
    {
        var made = await portal.Cases.RegisterAsync(actor, Form(facts, name, phone, accept));
        made.Errors.ShouldBeEmpty();
        return made.Value;
    }

    /// <summary>Takes a step as the person sees the case now, and gives what the service said.</summary>
    public static async Task<Result<CaseNumber>> TakeAsync(
        this PortalServices portal, Actor actor, CaseNumber number, CaseStepKind kind, string note = "说明", string? body = null)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await portal.Cases.TakeStepAsync(actor, new TakeStep(id, version, kind, note, body));
    }

    public static async Task<(Guid Id, uint Version)> IdentifyAsync(this PortalServices portal, CaseNumber number) => (
        await portal.AskAsync<Guid>("select id from cases where number = $1", number.Value),
        await portal.AskAsync<uint>("select xmin from cases where number = $1", number.Value));

    public static Task<string> StateOfAsync(this PortalServices portal, CaseNumber number) =>
        portal.AskAsync<string>("select state from cases where number = $1", number.Value);

    public static Task<long> CountAuditAsync(this PortalServices portal, CaseNumber number) =>
        portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1", number.Value);

    /// <summary>The question who leads among the body and the county's city management.</summary>
    public static LeadSituation Question(this PortalServices portal, AreaCode place, string body) => LeadQuestion.Ask(
        portal.Pack, place, new TakeStep(Guid.Empty, 0, CaseStepKind.Dispatch, "", body) { OtherBodyCodes = [People.Urban] }).Value;

    /// <summary>Takes a step around the decision who leads as the person sees the case now.</summary>
    public static async Task<Result<CaseNumber>> TakeLeadAsync(
        this PortalServices portal, Actor actor, CaseNumber number, CaseStepKind kind, string note = "理由", string? body = null)
    {
        var (id, version) = await portal.IdentifyAsync(number);
        return await portal.Get<LeadService>().TakeStepAsync(actor, new TakeLeadStep(id, version, kind, note, body));
    }

    /// <summary>Saves a case that lawful steps took to the state, assigned to <paramref name="lead"/> where the state has a lead.</summary>
    public static async Task<CaseNumber> MakeAsync(
        this PortalServices portal, CaseState state, CaseFacts? facts = null, string? lead = null, DateTimeOffset? at = null, string? managing = null)
    {
        if (state == CaseState.Merged)
        {
            var (into, repeat) = (await portal.MakeAsync(CaseState.Accepted, facts), await portal.MakeAsync(CaseState.Accepted, facts));
            (await portal.Get<RepeatService>().MergeAsync(People.CityCentre, new MergeCases(into, [repeat], "同一件事"))).Errors.ShouldBeEmpty();
            return repeat;
        }
        var what = facts ?? Facts;
        var when = at ?? portal.Clock.Now;
        var clock = portal.Get<CaseClock>();
        var body = portal.Pack.FindBody(lead ?? People.Housing).ShouldNotBeNull();
        var made = await portal.Get<IUnitOfWorkFactory>().ExecuteAsync<CaseNumber>(async unit =>
        {
            var number = CaseNumber.Create(what.Place, 2026, await unit.Cases.NextSerialAsync(what.Place, 2026, CancellationToken.None));
            var subject = Case.Register(
                number, what, (null, null), managing ?? People.Clerk.BodyCode, Guid.NewGuid(), People.Clerk,
                clock.CountAcceptance(what.Place, what.CategoryCode, what.Urgency, when), when).Value;
            void Accept() => subject.Accept(People.Clerk, "", clock.CountHandling(what.Place, what.CategoryCode, what.Urgency, when), when);
            Action[] way =
            [
                Accept, () => subject.Dispatch(People.Clerk, body, "", when), () => subject.Sign(People.Handler, "", when),
                () => subject.SubmitResult(People.Handler, "已修好", when), () => subject.Verify(People.Clerk, true, "属实", when),
                () => subject.Close(People.Clerk, "已修好", when), () => subject.Archive(People.Clerk, "", when),
            ];
            CaseState[] states =
            [
                CaseState.Accepted, CaseState.Dispatched, CaseState.Handling, CaseState.Verifying, CaseState.Verified, CaseState.Closed,
                CaseState.Archived,
            ];
            if (state is CaseState.Consulting or CaseState.Deciding)
            {
                Accept();
                subject.Assign(
                    People.Clerk, portal.Question(what.Place, lead ?? People.Housing), [], "", clock.CountConsultation(what.Place, what.CategoryCode, what.Urgency, when), when)
                    .Errors.ShouldBeEmpty();
                if (state == CaseState.Deciding)
                    subject.ExpireConsultation(People.Centre, portal.Pack.FindBody(People.Centre.BodyCode)!, subject.ConsultUntil!.Value).ShouldBeTrue();
            }
            else if (state == CaseState.Refused)
                subject.Refuse(People.Clerk, "不属本辖区", when);
            else
                foreach (var step in way.Take(Array.IndexOf(states, state) + 1))
                    step();
            subject.State.ShouldBe(state);
            unit.Cases.Add(subject);
            return number;
        }, CancellationToken.None);
        return made.Value;
    }
}
