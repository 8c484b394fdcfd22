using Governance.Application.Cases;
using Governance.Application.Platform;
using Governance.Application.Submissions;
using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Submissions;

/// <summary>Submissions on the real database: taken in once, reviewed by who is competent, decided once.</summary>
[Trait("Provision", "P36")]
public sealed class SubmissionServiceTests(PortalServices portal) : IClassFixture<PortalServices>
{
    private const string Phone = "13900007531";

    private SubmissionService Service => portal.Get<SubmissionService>();

    private SubmissionReadService Reader => portal.Get<SubmissionReadService>();

    [Fact]
    public async Task The_same_delivery_gets_the_same_answer_and_leaves_one_submission_and_one_entry()
    {
        var draft = Draft();
        var first = (await Service.ReceiveAsync(SubmissionSource.Web, draft)).Value;
        portal.Clock.Advance(TimeSpan.FromHours(5));

        var again = (await Service.ReceiveAsync(SubmissionSource.Web, draft with { ContactPhone = "139-0000 7531", Description = draft.Description + "\u200b " })).Value;

        again.ShouldBe(first with { Repeated = true });
        (await CountAsync(draft)).ShouldBe(1);
        (await portal.AskAsync<long>("select count(*) from audit_entries where subject_id = $1", first.Number.Value)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_number_with_other_words_is_refused_whatever_differs()
    {
        var draft = Draft();
        await Service.ReceiveAsync(SubmissionSource.Web, draft);

        foreach (var other in new[]
        {
            draft with { Title = "另一件事" }, draft with { Description = "另一件事" }, draft with { Place = AreaCode.Parse(People.Township) },
            draft with { PlaceText = "五号楼" }, draft with { CategoryCode = "0302" }, draft with { ContactName = "李四" },
            draft with { ContactPhone = "13900007532" }, draft with { ContactPhone = "" }, draft with { Confidential = true },
        })
            (await Service.ReceiveAsync(SubmissionSource.Web, other)).Error.ShouldBeOfType<SubmissionErrors.NumberReused>();
        (await Service.ReceiveAsync(SubmissionSource.Web with { Key = "other" }, draft with { Title = "另一来源的同一编号" })).IsOk.ShouldBeTrue();
        (await CountAsync(draft)).ShouldBe(2);
    }

    [Fact]
    public async Task Twenty_at_the_same_moment_make_one()
    {
        var draft = Draft();
        using var gate = new Barrier(20);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Factory.StartNew(() =>
        {
            gate.SignalAndWait();
            return Service.ReceiveAsync(SubmissionSource.Web, draft);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        answers.ShouldAllBe(a => a.IsOk);
        answers.Select(a => a.Value.Number).Distinct().ShouldHaveSingleItem();
        answers.Count(a => !a.Value.Repeated).ShouldBe(1);
        (await CountAsync(draft)).ShouldBe(1);
    }

    [Fact]
    public async Task Faults_are_told_at_their_fields_and_nothing_is_kept()
    {
        var draft = Draft() with { Place = AreaCode.Parse("150199001000"), CategoryCode = "9999", ContactPhone = "12", Description = " " };

        (await Service.ReceiveAsync(SubmissionSource.Web, draft)).Errors.Select(e => e.Field)
            .ShouldBe(["Description", "ContactPhone", "Place", "CategoryCode"]);
        (await CountAsync(draft)).ShouldBe(0);
    }

    [Fact]
    public async Task Accepting_makes_an_accepted_case_whose_acceptance_clock_ran_since_it_came()
    {
        portal.Clock.Now = PortalServices.Start;
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft() with { Confidential = true })).Value;
        portal.Clock.Advance(TimeSpan.FromHours(6));

        var number = (await AcceptAsync(People.Clerk, received.Number)).Value;

        var made = (await portal.Reads.FindAsync(People.Clerk, number)).Value;
        (made.Case.State, made.Case.Channel, made.Case.ManagingBodyCode).ShouldBe((CaseState.Accepted, CaseChannel.Web, People.Clerk.BodyCode));
        made.Case.Steps[0].DueAt.ShouldBe(received.DueAt);
        made.Case.ClockStartedAt.ShouldBe(portal.Clock.Now);
        made.Case.Steps[1].Note.ShouldContain(received.Number.Value);
        made.Case.Steps[1].Note.ShouldContain("要求保密");
        made.MaskedReporter.ShouldBe("张* 139****7531");
        var seen = (await Reader.FindAsync(People.Clerk, received.Number)).Value;
        (seen.Submission.State, seen.Submission.CaseNumber, seen.NextSteps.Count).ShouldBe((SubmissionState.Accepted, number, 0));
        (await Reader.LookUpAsync(received.Number.Value, Phone[^4..])).Value.CaseNumber.ShouldBe(number);
        (await portal.ColumnAsync<string>("select action from audit_entries where subject_id in ($1, $2) order by action", number.Value, received.Number.Value))
            .ShouldBe(["case.accept", "case.register", "submission.accept", "submission.receive"]);
    }

    [Fact]
    public async Task Of_ten_who_accept_at_once_one_makes_a_case_and_nine_are_told()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;
        var seen = (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission;
        var before = await portal.AskAsync<long>("select count(*) from cases");
        using var gate = new Barrier(10);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Factory.StartNew(() =>
        {
            gate.SignalAndWait();
            return Service.AcceptAsync(i % 2 == 0 ? People.Clerk : People.SecondClerk, new AcceptSubmission(seen.Id, seen.Version, CaseMaker.Facts));
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        taken.Count(t => t.IsOk).ShouldBe(1);
        taken.Where(t => !t.IsOk).ShouldAllBe(t => t.Error is SubmissionErrors.ChangedMeanwhile);
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_same_matter_becomes_a_case_that_follows_the_known_one_or_nothing_at_all()
    {
        var lead = await portal.RegisterAsync(People.Clerk, accept: true);
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;
        var seen = (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission;
        Task<Result<CaseNumber>> MergeAsync(Actor actor, CaseNumber into, string reason) =>
            Service.MergeAsync(actor, new MergeSubmission(seen.Id, seen.Version, CaseMaker.Facts, into, reason));
        var before = await portal.AskAsync<long>("select count(*) from cases");
        (await MergeAsync(People.Clerk, lead, " ")).IsOk.ShouldBeFalse();
        (await MergeAsync(People.Clerk, CaseNumber.Create(CaseMaker.Facts.Place, 2020, 1), "同一件事")).Error.ShouldBeOfType<CaseErrors.NotFound>();
        (await MergeAsync(People.ClerkElsewhere, lead, "同一件事")).Error.ShouldBeOfType<SubmissionErrors.NotFound>();
        (await portal.AskAsync<long>("select count(*) from cases")).ShouldBe(before);

        var made = (await MergeAsync(People.Clerk, lead, "同一件事")).Value;

        (await portal.StateOfAsync(made)).ShouldBe("Merged");
        (await portal.AskAsync<long>("select count(*) from cases r join cases l on l.id = r.merged_into_id where r.number = $1 and l.number = $2", made.Value, lead.Value)).ShouldBe(1);
        var told = (await Reader.LookUpAsync(received.Number.Value, Phone[^4..])).Value;
        (told.State, told.CaseNumber).ShouldBe((SubmissionState.Merged, made));
        (await MergeAsync(People.Clerk, lead, "同一件事")).Error.ShouldBeOfType<SubmissionErrors.ChangedMeanwhile>();
    }

    [Fact]
    public async Task A_question_goes_to_the_citizen_and_the_answer_comes_back()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;
        (await ReplyAsync(People.Clerk, received.Number, (actor, reply) => Service.AskAsync(actor, reply))).Errors.ShouldBeEmpty();
        (await Reader.LookUpAsync(received.Number.Value, Phone[^4..])).Value.Reply.ShouldBe("说明");

        (await Service.AnswerAsync(new AnswerQuestion(received.Number.Value, "0000", "三号楼"))).Error.ShouldBe(new SubmissionErrors.LookupFailed());
        (await Service.AnswerAsync(new AnswerQuestion(received.Number.Value, Phone[^4..], " "))).Error.Field.ShouldBe("Note");
        (await Service.AnswerAsync(new AnswerQuestion(received.Number.Value, Phone[^4..], "三号楼"))).Errors.ShouldBeEmpty();
        (await Service.AnswerAsync(new AnswerQuestion(received.Number.Value, Phone[^4..], "三号楼"))).Error.ShouldBeOfType<SubmissionErrors.WrongState>();

        var seen = (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission;
        (seen.State, seen.Steps[^1].ActorName, seen.Steps[^1].Note).ShouldBe((SubmissionState.Pending, SubmissionService.SenderName, "三号楼"));
    }

    [Fact]
    public async Task A_refusal_tells_its_reason_to_the_citizen()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;

        (await ReplyAsync(People.Centre, received.Number, (actor, reply) => Service.RefuseAsync(actor, reply))).Errors.ShouldBeEmpty();

        var told = (await Reader.LookUpAsync(received.Number.Value, Phone[^4..])).Value;
        (told.State, told.Reply, told.ContactPhone).ShouldBe((SubmissionState.Refused, "说明", null));
    }

    [Fact]
    public async Task Without_a_place_it_waits_at_the_city_and_is_handed_over_from_there()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft() with { Place = null, PlaceText = "公主府附近" })).Value;
        foreach (var other in new[] { People.Clerk, People.Centre, People.CentreElsewhere })
            (await Reader.FindAsync(other, received.Number)).Error.ShouldBeOfType<SubmissionErrors.NotFound>();
        var seen = (await Reader.FindAsync(People.CityCentre, received.Number)).Value.Submission;

        (await Service.HandOverAsync(People.CityCentre, new HandOverSubmission(seen.Id, seen.Version, AreaCode.Parse(People.Township)))).Errors.ShouldBeEmpty();

        (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission.Steps[^1].Note.ShouldContain("海拉尔东路");
        (await Reader.FindAsync(People.ClerkElsewhere, received.Number)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_reviewers_of_the_place_see_and_decide()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;
        var seen = (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission;
        foreach (var actor in new[]
        {
            People.Handler, People.UrbanHandler, People.GridMember, People.Leader, People.Administrator, People.Auditor, People.ClerkElsewhere, People.CentreElsewhere,
        })
        {
            var may = actor.May(Permission.TriageSubmission);
            (await Reader.FindAsync(actor, received.Number)).Error.ShouldBeOfType<SubmissionErrors.NotFound>(actor.Account);
            (await Reader.RevealAsync(actor, received.Number, "核对联系方式")).IsOk.ShouldBeFalse(actor.Account);
            (await Reader.ListAsync(actor, new SubmissionCriteria { View = SubmissionView.All }, new PageRequest())).IsOk.ShouldBe(may, actor.Account);
            var tries = new List<Error>
            {
                (await Service.AcceptAsync(actor, new AcceptSubmission(seen.Id, seen.Version, CaseMaker.Facts))).Error,
                (await Service.RefuseAsync(actor, new ReplyToSubmission(seen.Id, seen.Version, "说明"))).Error,
                (await Service.AskAsync(actor, new ReplyToSubmission(seen.Id, seen.Version, "说明"))).Error,
                (await Service.HandOverAsync(actor, new HandOverSubmission(seen.Id, seen.Version, AreaCode.Parse(People.OtherCounty)))).Error,
            };
            tries.ShouldAllBe(e => may ? e is SubmissionErrors.NotFound : e is PlatformErrors.NotPermitted, actor.Account);
        }
        (await Reader.FindAsync(People.Clerk, received.Number)).Value.Submission.Version.ShouldBe(seen.Version);
        (await Service.AcceptAsync(People.Clerk, new AcceptSubmission(seen.Id, seen.Version, CaseMaker.Facts with { Place = AreaCode.Parse(People.OtherCountyVillage) })))
            .Error.ShouldBeOfType<PlatformErrors.OutsideScope>().Field.ShouldBe("Place");
    }

    [Fact]
    public async Task The_contact_is_masked_encrypted_and_shown_for_an_audited_reason_only()
    {
        var received = (await Service.ReceiveAsync(SubmissionSource.Web, Draft())).Value;

        (await Reader.FindAsync(People.Clerk, received.Number)).Value.MaskedContact.ShouldBe("张* 139****7531");
        (await portal.AskAsync<string>("select row_to_json(s)::text from submissions s where number = $1", received.Number.Value)).ShouldNotContain(Phone);
        (await Reader.RevealAsync(People.Clerk, received.Number, "问")).Error.Field.ShouldBe("Reason");
        (await Reader.RevealAsync(People.Clerk, received.Number, "联系核实地点")).Value.Phone.ShouldBe(Phone);
        (await portal.AskAsync<string>("select detail from audit_entries where subject_id = $1 and action = $2", received.Number.Value, AuditActions.RevealContact))
            .ShouldBe("原因：联系核实地点");
    }

    [Fact]
    public async Task A_trusted_source_opens_a_case_at_once_where_place_and_category_are_known()
    {
        var source = new SubmissionSource("trusted", "12345 热线平台", CaseChannel.Hotline) { OpensCases = true };
        var draft = Draft() with { CategoryCode = "0301" };

        var opened = (await Service.ReceiveAsync(source, draft)).Value;
        var again = (await Service.ReceiveAsync(source, draft)).Value;
        var unknown = (await Service.ReceiveAsync(source, Draft())).Value;

        again.ShouldBe(opened with { Repeated = true });
        unknown.CaseNumber.ShouldBeNull();
        var made = (await portal.Reads.FindAsync(People.Clerk, opened.CaseNumber.ShouldNotBeNull())).Value.Case;
        (made.State, made.Channel, made.ManagingBodyCode).ShouldBe((CaseState.Registered, CaseChannel.Hotline, People.Township + "-peace"));
        made.DueAt.ShouldBe(opened.DueAt);
    }

    [Fact]
    public async Task The_list_is_due_first_pages_without_gaps_and_costs_two_statements()
    {
        var source = SubmissionSource.Web with { Key = "paging", Channel = CaseChannel.Letter };
        for (var i = 0; i < 7; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(7));
            (await Service.ReceiveAsync(source, Draft())).IsOk.ShouldBeTrue();
        }
        foreach (var view in new[] { SubmissionView.Waiting, SubmissionView.All })
        {
            var criteria = new SubmissionCriteria { View = view, Channel = CaseChannel.Letter };
            var whole = (await Reader.ListAsync(People.Clerk, criteria, new PageRequest())).Value;
            (whole.Rows.Count, whole.Total, whole.Next).ShouldBe((7, 7, null));
            whole.Rows.Select(r => r.ReceivedAt).ShouldBeInOrder(view == SubmissionView.All ? SortDirection.Descending : SortDirection.Ascending);
            var walked = new List<Guid>();
            var page = new PageRequest(Size: 3);
            for (var part = (await Reader.ListAsync(People.Clerk, criteria, page)).Value; ; part = (await Reader.ListAsync(People.Clerk, criteria, page)).Value)
            {
                walked.AddRange(part.Rows.Select(r => r.Id));
                if (part.Next is not { } next)
                {
                    (await Reader.ListAsync(People.Clerk, criteria, new PageRequest(part.Previous, Backwards: true, Size: 3))).Value.Rows
                        .Select(r => r.Id).ShouldBe(whole.Rows.Skip(3).Take(3).Select(r => r.Id));
                    break;
                }
                page = page with { Cursor = next };
            }
            walked.ShouldBe(whole.Rows.Select(r => r.Id));
            (await portal.Sql.HearAsync(() => Reader.ListAsync(People.Clerk, criteria, new PageRequest()))).Count.ShouldBe(2);
        }
        (await Reader.CountWaitingAsync(People.Clerk)).ShouldBeGreaterThanOrEqualTo(7);
        (await Reader.CountWaitingAsync(People.ClerkElsewhere)).ShouldBe(0);
        (await Reader.CountWaitingAsync(People.Leader)).ShouldBe(0);
    }

    private static SubmissionDraft Draft() => new(Guid.NewGuid().ToString("N"), "小区停暖三天", "三号楼从周一起没有暖气，家里有老人。")
    {
        Place = AreaCode.Parse(People.Village), PlaceText = "三号楼", ContactName = "张三", ContactPhone = Phone,
    };

    private async Task<Result<CaseNumber>> AcceptAsync(Actor actor, SubmissionNumber number)
    {
        var seen = (await Reader.FindAsync(actor, number)).Value.Submission;
        return await Service.AcceptAsync(actor, new AcceptSubmission(seen.Id, seen.Version, CaseMaker.Facts with { Channel = seen.Channel, Urgency = CaseUrgency.Urgent }));
    }

    private async Task<Result<SubmissionNumber>> ReplyAsync(
        Actor actor, SubmissionNumber number, Func<Actor, ReplyToSubmission, Task<Result<SubmissionNumber>>> reply)
    {
        var seen = (await Reader.FindAsync(actor, number)).Value.Submission;
        return await reply(actor, new ReplyToSubmission(seen.Id, seen.Version, "说明"));
    }

    private Task<long> CountAsync(SubmissionDraft draft) =>
        portal.AskAsync<long>("select count(*) from submissions where source_number = $1", draft.SourceNumber);
}
