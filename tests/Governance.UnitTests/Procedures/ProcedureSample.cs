using Governance.Domain.Cases;
using Governance.Domain.Cities;
using Governance.Domain.Common;
using Governance.Domain.Deadlines;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.UnitTests.Cases;
using Governance.UnitTests.Cities;

namespace Governance.UnitTests.Procedures;

/// <summary>Procedures the tests talk about, of the real pack on the real calendar.</summary>
internal static class ProcedureSample
{
    public static readonly DateTimeOffset Now = Sample.Start;

    public static readonly DateOnly Today = Now.ChinaDay();

    public static WorkingCalendar Calendar { get; } = new(
        Packs.Hohhot.Calendar.Select(d => KeyValuePair.Create(d.Date, d.IsWorkday)), Packs.Hohhot.Profile.OfficeHours);

    public static ProcedureCatalogue Catalogue => Packs.Hohhot.Procedures;

    public static Actor Who => Sample.Handler;

    public static ProcedureKind Kind(string code) => Catalogue.FindKind(code).ShouldNotBeNull(code);

    public static ProcedureDossier Dossier(params Procedure[] procedures) => new(
        CaseState.Handling, false, [.. procedures.Select(p => p.Standing(Kind(p.KindCode)))]);

    public static ProcedureOpening Opening(DateOnly? on = null, string act = "限期拆除决定", bool? agree = true) =>
        new(on ?? Today, "海拉尔东路街道人民调解委员会", "王芳", act, 12000.50m, agree, "");

    public static Result<Procedure> TryOpen(string kind, ProcedureDossier? dossier = null, ProcedureOpening? opening = null, DateTimeOffset? at = null) =>
        Procedure.Open(Guid.NewGuid(), Kind(kind), opening ?? Opening(), dossier ?? Dossier(), Who, Calendar, at ?? Now);

    public static Procedure Open(string kind, DateOnly? on = null, DateTimeOffset? at = null) =>
        TryOpen(kind, new ProcedureDossier(CaseState.Handling, false, kind == "court-entrusted" ? [Open("civil-suit").Standing(null)] : []), Opening(on), at).Value;

    /// <summary>Taken along its steps to the last one that a step name names.</summary>
    public static Procedure At(string kind, string step, DateOnly? on = null)
    {
        var opened = Open(kind, on);
        while (opened.StepCode != step)
            opened.Advance(Kind(kind), Kind(kind).FindStep(opened.StepCode)!.Next[0], on ?? Today, "", Who, Calendar, Now).Errors.ShouldBeEmpty();
        return opened;
    }

    public static Result End(Procedure procedure, string outcome, DateOnly? on = null, DateTimeOffset? at = null) =>
        procedure.End(Kind(procedure.KindCode), outcome, on ?? Today, "双方同意分期支付。", null, Who, Calendar, at ?? Now);

    public static Procedure Ended(string kind, string outcome, DateOnly? on = null)
    {
        var from = Kind(kind).FindOutcome(outcome).ShouldNotBeNull($"{kind}/{outcome}").From;
        var ended = At(kind, from.Count == 0 ? Kind(kind).Steps[0].Code : from[0], on);
        End(ended, outcome, on).Errors.ShouldBeEmpty();
        return ended;
    }
}
