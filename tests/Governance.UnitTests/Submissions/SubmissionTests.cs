using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Submissions;
using Governance.UnitTests.Cases;

namespace Governance.UnitTests.Submissions;

/// <summary>The life of a submission: every step against every state, and what each one leaves behind.</summary>
public sealed class SubmissionTests
{
    private static readonly DateTimeOffset Later = Sample.Start.AddHours(3);

    public static TheoryData<SubmissionStepKind, SubmissionState> EveryStepAndState()
    {
        var data = new TheoryData<SubmissionStepKind, SubmissionState>();
        foreach (var kind in Enum.GetValues<SubmissionStepKind>())
            foreach (var state in Enum.GetValues<SubmissionState>())
                data.Add(kind, state);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryStepAndState))]
    public void A_step_starts_from_the_states_of_its_row_and_from_no_other(SubmissionStepKind kind, SubmissionState state)
    {
        var subject = In(state);
        var steps = subject.Steps.Count;
        // Written down by hand: what is decided stays decided; only who was asked answers; nobody is asked twice at once.
        var expected = kind switch
        {
            SubmissionStepKind.Answer => state == SubmissionState.Asked,
            SubmissionStepKind.Ask => state == SubmissionState.Pending,
            _ => state is SubmissionState.Pending or SubmissionState.Asked,
        };

        var taken = Take(subject, kind);

        taken.IsOk.ShouldBe(expected);
        SubmissionStepRule.For(kind).From.Contains(state).ShouldBe(expected);
        subject.Steps.Count.ShouldBe(steps + (expected ? 1 : 0));
        if (expected)
            subject.State.ShouldBe(SubmissionStepRule.For(kind).To ?? state);
        else
            taken.Error.ShouldBe(new SubmissionErrors.WrongState(kind, state) { Ground = "case.accept" });
    }

    [Fact]
    public void What_was_accepted_knows_its_case_and_when_it_was_decided()
    {
        var subject = In(SubmissionState.Accepted);

        (subject.CaseNumber, subject.DecidedAt, subject.OpenedAtOnce).ShouldBe((Sample.Number(), Later, false));
        subject.Steps[^1].ActorName.ShouldBe(Sample.Clerk.DisplayName);
    }

    [Fact]
    public void A_question_is_told_until_it_is_answered_and_the_limit_goes_on()
    {
        var subject = In(SubmissionState.Asked);
        var due = subject.DueAt;
        subject.Reply.ShouldBe("几号楼？");

        subject.Answer(Sender, "三号楼", Later).IsOk.ShouldBeTrue();

        (subject.Reply, subject.State, subject.DueAt).ShouldBe((null, SubmissionState.Pending, due));
        subject.Steps[^1].Note.ShouldBe("三号楼");
    }

    [Fact]
    public void A_refusal_needs_a_reason_and_tells_it()
    {
        var subject = In(SubmissionState.Pending);

        subject.Refuse(Sample.Clerk, " \n ", Later).Error.ShouldBeOfType<PlatformErrors.Required>().Field.ShouldBe("Note");
        subject.Refuse(Sample.Clerk, new string('长', SubmissionStep.NoteLength + 1), Later).Error.ShouldBeOfType<PlatformErrors.TooLong>();
        (subject.State, subject.Steps.Count).ShouldBe((SubmissionState.Pending, 0));
        subject.Refuse(Sample.Clerk, "应向公安机关报案", Later).IsOk.ShouldBeTrue();
        subject.Reply.ShouldBe("应向公安机关报案");
    }

    [Fact]
    public void It_is_handed_over_to_another_place_only()
    {
        var subject = In(SubmissionState.Asked);

        subject.HandOver(Sample.Clerk, subject.Area, "原地", Later).Error.ShouldBeOfType<SubmissionErrors.NoNewPlace>();
        subject.HandOver(Sample.Clerk, Sample.OtherCounty, "回民区", Later).IsOk.ShouldBeTrue();

        (subject.Area, subject.Reply, subject.State).ShouldBe((Sample.OtherCounty, "几号楼？", SubmissionState.Asked));
    }

    [Fact]
    public void A_draft_says_every_fault_at_its_field()
    {
        var bad = new SubmissionDraft(new string('9', 65), new string('题', 101), "")
        {
            PlaceText = new string('路', 201), CategoryCode = new string('1', 21), ContactName = new string('名', 41),
        }.Cleaned();

        bad.Check().Select(e => e.Field).ShouldBe(["Description", "SourceNumber", "Title", "PlaceText", "CategoryCode", "ContactName"]);
        new SubmissionDraft(" ", "", "有事").Cleaned().Check().ShouldHaveSingleItem().ShouldBeOfType<SubmissionErrors.NoSourceNumber>();
    }

    [Theory]
    [InlineData("路灯坏了。三天没人修。", "路灯坏了")]
    [InlineData("路灯坏了", "路灯坏了")]
    [InlineData("！！", "！！")]
    public void A_draft_without_a_title_takes_its_first_sentence(string description, string title) =>
        new SubmissionDraft("1", "", description).Cleaned().Title.ShouldBe(title);

    [Fact]
    public void A_made_title_never_ends_in_half_a_character()
    {
        var title = new SubmissionDraft("1", "", string.Concat(Enumerable.Repeat("𠮷", 60))).Cleaned().Title;

        title.Length.ShouldBeLessThanOrEqualTo(40);
        char.IsHighSurrogate(title[^1]).ShouldBeFalse();
    }

    [Fact]
    public void Hostile_signs_are_gone_before_anything_is_kept()
    {
        var draft = new SubmissionDraft("A\u0000-1", "标题\u202e倒", "<script>alert(1)</script>\r\n第二行\u0007") { ContactName = "张\u200b三" }.Cleaned();

        (draft.SourceNumber, draft.Title, draft.Description, draft.ContactName)
            .ShouldBe(("A-1", "标题倒", "<script>alert(1)</script>\n第二行", "张三"));
    }

    private static readonly Actor Sender = Sample.Clerk with { UserId = Guid.Empty, DisplayName = "反映人" };

    private static Submission In(SubmissionState state)
    {
        var made = Submission.Receive(
            SubmissionNumber.Create(2026, 318204577), SubmissionSource.Web, new SubmissionDraft("k1", "停暖", "三天没有暖气"), "f", (null, null),
            Sample.Village, "0301", Sample.Acceptance, Sample.Start).Value;
        switch (state)
        {
            case SubmissionState.Asked: Take(made, SubmissionStepKind.Ask); break;
            case SubmissionState.Accepted: Take(made, SubmissionStepKind.Accept); break;
            case SubmissionState.Refused: Take(made, SubmissionStepKind.Refuse); break;
            case SubmissionState.Merged: Take(made, SubmissionStepKind.Merge); break;
        }
        made.State.ShouldBe(state);
        return made;
    }

    private static Result Take(Submission subject, SubmissionStepKind kind) => kind switch
    {
        SubmissionStepKind.Accept => subject.Accept(Sample.Clerk, Sample.Number(), Later),
        SubmissionStepKind.Refuse => subject.Refuse(Sample.Clerk, "理由", Later),
        SubmissionStepKind.Ask => subject.Ask(Sample.Clerk, "几号楼？", Later),
        SubmissionStepKind.Answer => subject.Answer(Sender, "三号楼", Later),
        SubmissionStepKind.Merge => subject.Merge(Sample.Clerk, Sample.Number(), Sample.Number(1), Later),
        SubmissionStepKind.HandOver => subject.HandOver(Sample.Clerk, Sample.OtherCounty, "回民区", Later),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
