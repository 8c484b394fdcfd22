using Governance.Application.Cases;
using Governance.Application.Procedures;
using Governance.Domain.Cases;
using Governance.Domain.Common;
using Governance.Domain.Platform;
using Governance.Domain.Procedures;
using Governance.IntegrationTests.Cases;
using Governance.IntegrationTests.Support;

namespace Governance.IntegrationTests.Procedures;

/// <summary>What people do with procedures in the tests.</summary>
internal static class ProcedureDesk
{
    public static DateOnly Today(this PortalServices portal) => portal.Clock.Now.ChinaDay();

    public static async Task<Result<ProcedureChanged>> OpenProcedureAsync(
        this PortalServices portal, Actor actor, CaseNumber number, string kind, bool? agree = true, string act = "限期拆除决定", DateOnly? on = null, bool labour = false)
    {
        var (id, _) = await portal.IdentifyAsync(number);
        return await portal.Get<ProcedureService>().OpenAsync(actor, new OpenProcedure(
            id, kind, new ProcedureOpening(on ?? portal.Today(), "海拉尔东路街道人民调解委员会", "陈安", act, 500m, agree, ""), labour));
    }

    public static async Task<ProcedureTab> TabAsync(this PortalServices portal, Actor actor, CaseNumber number) =>
        await portal.Get<ProcedureReadService>().ReadTabAsync(actor, (await portal.Reads.FindHeadAsync(actor, number)).Value);

    public static async Task<ProcedureAt> AtAsync(this PortalServices portal, Actor actor, CaseNumber number, string kind)
    {
        var record = (await portal.TabAsync(actor, number)).Procedures.First(p => p.Record.KindCode == kind).Record;
        return new ProcedureAt(record.Id, record.Version);
    }

    /// <summary>Opens a kind and takes it along its steps to the last one.</summary>
    public static async Task WalkAsync(this PortalServices portal, Actor actor, CaseNumber number, string kind, params string[] steps)
    {
        (await portal.OpenProcedureAsync(actor, number, kind)).Errors.ShouldBeEmpty();
        foreach (var step in steps)
            (await portal.Get<ProcedureService>().AdvanceAsync(actor, new AdvanceProcedure(await portal.AtAsync(actor, number, kind), step, portal.Today(), ""))).Errors.ShouldBeEmpty();
    }

    public static async Task<Result<ProcedureChanged>> EndAsync(this PortalServices portal, Actor actor, CaseNumber number, string kind, string outcome, string terms = "分三期支付。") =>
        await portal.Get<ProcedureService>().EndAsync(actor, new EndProcedure(await portal.AtAsync(actor, number, kind), outcome, portal.Today(), terms, null));

    /// <summary>A case with an agreement of people's mediation.</summary>
    public static async Task<CaseNumber> AgreedAsync(this PortalServices portal)
    {
        var number = await portal.MakeAsync(CaseState.Handling);
        await portal.WalkAsync(People.Handler, number, "people-mediation", "accept", "mediate");
        (await portal.EndAsync(People.Handler, number, "people-mediation", "agreed")).Errors.ShouldBeEmpty();
        return number;
    }
}
