using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Organisation;
using Governance.Domain.Platform;

namespace Governance.UnitTests.Cases;

/// <summary>People, bodies and cases the tests of cases talk about.</summary>
internal static class Sample
{
    public static readonly AreaCode County = AreaCode.Parse("150102000000");
    public static readonly AreaCode Township = AreaCode.Parse("150102001000");
    public static readonly AreaCode Village = AreaCode.Parse("150102001001");
    public static readonly AreaCode OtherTownship = AreaCode.Parse("150102002000");
    public static readonly AreaCode OtherCounty = AreaCode.Parse("150103000000");
    public static readonly AreaCode OtherVillage = AreaCode.Parse("150103001001");

    /// <summary>Tuesday, 10:00 in China.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    public static readonly Body Housing = Body.Create(County, "housing", BodyKind.Department, "新城区住房和城乡建设局", "住建局", "房屋");
    public static readonly Body Urban = Body.Create(County, "urban", BodyKind.Department, "新城区城市管理综合执法局", "城管执法局", "市容");
    public static readonly Body OtherHousing = Body.Create(OtherCounty, "housing", BodyKind.Department, "回民区住房和城乡建设局", "住建局", "房屋");

    public static readonly Body Centre = Body.Create(County, "centre", BodyKind.Centre, "新城区社会治安综合治理中心", "综治中心", "协调");

    public static readonly Actor Clerk = Person(Role.TownshipClerk, Body.CodeOf(Township, "office"), "海拉尔东路街道办事处", Township);
    public static readonly Actor Colleague = Person(Role.TownshipClerk, Body.CodeOf(Township, "office"), "海拉尔东路街道办事处", Township);
    public static readonly Actor Handler = Person(Role.DepartmentHandler, Housing.Code, Housing.Name, County);

    public static readonly Deadline Acceptance = Limit("accept-default", 1, Start, Start.AddDays(1));
    public static readonly Deadline Handling = Limit("resolve-default", 15, Start.AddHours(1), Start.AddDays(21));

    public static CaseFacts Facts { get; } = new(
        "小区停暖三天", "三号楼从周一起没有暖气，家里有老人。", Village, "三号楼", "0301", CaseChannel.Counter, CaseUrgency.Normal);

    public static Actor Person(Role role, string body, string bodyName, AreaCode scope) =>
        new(Guid.NewGuid(), role.ToString(), "王芳", role, body, bodyName, scope);

    public static Deadline Limit(string rule, int days, DateTimeOffset start, DateTimeOffset due) =>
        new(new TimeLimit(rule, days, TimeLimitUnit.WorkingDay, "默认值"), start, due, [], [], false);

    public static CaseNumber Number(long serial = 318) => CaseNumber.Create(Village, 2026, serial);

    public static Case Registered(CaseFacts? facts = null) => Case.Register(
        Number(), facts ?? Facts, (new ProtectedText([1]), null), Clerk.BodyCode, Guid.NewGuid(), Clerk, Acceptance, Start).Value;

    /// <summary>A case that was taken by lawful steps to the state.</summary>
    public static Case In(CaseState state)
    {
        if (state == CaseState.Merged)
            return Merged();
        var made = Registered();
        foreach (var step in WayTo(state))
            Take(made, step).IsOk.ShouldBeTrue();
        if (state is CaseState.Consulting or CaseState.Deciding)
            Leads.LeadSample.AskBoth(made);
        if (state == CaseState.Deciding)
            made.ExpireConsultation(Leads.LeadSample.System, Centre, made.ConsultUntil!.Value).ShouldBeTrue();
        made.State.ShouldBe(state);
        return made;
    }

    /// <summary>A case that follows another one.</summary>
    public static Case Merged()
    {
        var made = In(CaseState.Accepted);
        Registered().TakeIn([made], [], Clerk, "同一件事", made.Steps[^1].At.AddMinutes(10)).IsOk.ShouldBeTrue();
        return made;
    }

    /// <summary>Takes any step with a note, as the person who normally does.</summary>
    public static Result Take(Case subject, CaseStepKind step, string note = "说明", Deadline? handling = null)
    {
        var at = subject.Steps[^1].At.AddMinutes(10);
        return step switch
        {
            CaseStepKind.Accept => subject.Accept(Clerk, note, handling ?? Handling, at),
            CaseStepKind.Refuse => subject.Refuse(Clerk, note, at),
            CaseStepKind.Dispatch => subject.Dispatch(Clerk, Housing, note, at),
            CaseStepKind.Recall => subject.Recall(Clerk, note, at),
            CaseStepKind.Sign => subject.Sign(Handler, note, at),
            CaseStepKind.Return => subject.Return(Handler, note, Centre, at),
            CaseStepKind.SubmitResult => subject.SubmitResult(Handler, note, at),
            CaseStepKind.PassVerification => subject.Verify(Clerk, true, note, at),
            CaseStepKind.FailVerification => subject.Verify(Clerk, false, note, at),
            CaseStepKind.Close => subject.Close(Clerk, note, at),
            CaseStepKind.Archive => subject.Archive(Clerk, note, at),
            CaseStepKind.Reopen => subject.Reopen(Clerk, note, handling ?? Handling, at),
            CaseStepKind.Correct => subject.Correct(Clerk, Facts with { Title = "改过的标题" }, Acceptance, "标题有改动", at),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };
    }

    private static CaseStepKind[] WayTo(CaseState state)
    {
        CaseStepKind[] whole =
        [
            CaseStepKind.Accept, CaseStepKind.Dispatch, CaseStepKind.Sign, CaseStepKind.SubmitResult, CaseStepKind.PassVerification,
            CaseStepKind.Close, CaseStepKind.Archive,
        ];
        return state switch
        {
            CaseState.Registered => [],
            CaseState.Refused => [CaseStepKind.Refuse],
            CaseState.Accepted or CaseState.Consulting or CaseState.Deciding => whole[..1],
            CaseState.Dispatched => whole[..2],
            CaseState.Handling => whole[..3],
            CaseState.Verifying => whole[..4],
            CaseState.Verified => whole[..5],
            CaseState.Closed => whole[..6],
            CaseState.Archived => whole,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }
}
