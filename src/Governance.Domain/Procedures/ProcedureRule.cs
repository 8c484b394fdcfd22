using Governance.Domain.Cases;

namespace Governance.Domain.Procedures;

/// <summary>A procedure of a case as the rules see it.</summary>
/// <param name="KindCode">Its kind.</param>
/// <param name="KindName">Name of the kind.</param>
/// <param name="Nature">What it is before the law.</param>
/// <param name="Act">The administrative act it is about; empty for others.</param>
/// <param name="Result">How it ended; null while it runs.</param>
/// <param name="IsFinal">True when it decided the dispute for good.</param>
/// <param name="OpenWays">Kinds its outcome itself opens.</param>
public sealed record ProcedureStanding(
    string KindCode, string KindName, ProcedureNature Nature, string Act, ProcedureResult? Result, bool IsFinal, IReadOnlyList<string> OpenWays)
{
    /// <summary>True while it has no outcome.</summary>
    public bool IsRunning => Result is null;
}

/// <summary>What a case brings to the question which procedures are open to it.</summary>
/// <param name="State">State of the case.</param>
/// <param name="IsLabourDispute">True for a dispute between an employer and an employee.</param>
/// <param name="Procedures">Its procedures, ended ones too.</param>
public sealed record ProcedureDossier(CaseState State, bool IsLabourDispute, IReadOnlyList<ProcedureStanding> Procedures)
{
    /// <summary>Those without an outcome.</summary>
    public IEnumerable<ProcedureStanding> Running => Procedures.Where(p => p.IsRunning);
}

/// <summary>A kind that somebody thinks of opening.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Act">The administrative act; empty for others, and while none was named yet.</param>
/// <param name="BothAgree">Whether both parties agree; null while nobody asked.</param>
/// <param name="Dossier">The case.</param>
public sealed record ProcedureQuestion(ProcedureKind Kind, string Act, bool? BothAgree, ProcedureDossier Dossier)
{
    /// <summary>True when a procedure is about the same administrative act, or acts do not matter between the two.</summary>
    public bool ConcernsTheSameAct(ProcedureStanding other) =>
        !Kind.NeedsAct || other.Act.Length == 0 || Act.Length == 0 || Same(Act) == Same(other.Act);

    private static string Same(string act) => string.Concat(act.Where(c => !char.IsWhiteSpace(c) && c is not ('《' or '》' or '“' or '”')));
}

/// <summary>
/// One row of the table that says which procedure is not open now. Rows are asked in order; the first that forbids gives the reason. A kind
/// that no row forbids may be opened, beside whatever runs.
/// </summary>
/// <param name="Sentence">The rule as people read it.</param>
/// <param name="Law">The law, empty where the portal itself keeps this order.</param>
/// <param name="Article">Its article.</param>
/// <param name="Forbids">Whether it forbids the kind now.</param>
public sealed record ProcedureRule(string Sentence, string Law, string Article, Func<ProcedureQuestion, bool> Forbids)
{
    private static readonly ProcedureNature[] Arbitrations =
        [ProcedureNature.LabourArbitration, ProcedureNature.CommercialArbitration, ProcedureNature.LandArbitration];

    private static readonly ProcedureNature[] Mediations =
        [ProcedureNature.Mediation, ProcedureNature.DivertedMediation, ProcedureNature.EntrustedMediation];

    private static readonly ProcedureNature[] RoutedElsewhere =
        [.. Arbitrations, ProcedureNature.CivilSuit, ProcedureNature.AdministrativeSuit, ProcedureNature.Reconsideration, ProcedureNature.Ruling];

    /// <summary>A case is taken on before a procedure begins.</summary>
    public static ProcedureRule TheCaseIsUnderWay { get; } = new(
        "案件受理以后、结案以前才能启动程序", "", "", q => q.Dossier.State == CaseState.Registered || !q.Dossier.State.IsOpen());

    /// <summary>Mediation and reconciliation are voluntary.</summary>
    public static ProcedureRule BothPartiesAgree { get; } = new(
        "和解、调解以双方自愿为前提，一方拒绝的不能启动", "人民调解法", "第三条", q => q.Kind.NeedsConsent && q.BothAgree == false);

    /// <summary>The same way does not run twice.</summary>
    public static ProcedureRule TheSameWayRunsOnce { get; } = new(
        "同一途径正在进行，结束以后才能再次启动", "", "", q => q.Dossier.Running.Any(p => p.KindCode == q.Kind.Code && q.ConcernsTheSameAct(p)));

    /// <summary>Nobody mediates beside another mediator.</summary>
    public static ProcedureRule OneMediationAtATime { get; } = Excluding(
        "同一纠纷同时只进行一个调解，几个组织参与的，联合调解", "", "", Mediations, Mediations);

    /// <summary>Reconsideration and suit about one act exclude each other.</summary>
    public static ProcedureRule ReconsiderationAndSuitExcludeEachOther { get; } = Excluding(
        "同一行政行为，复议期间不得起诉；法院已经受理的，不得申请复议", "行政复议法", "第二十九条",
        [ProcedureNature.Reconsideration], [ProcedureNature.AdministrativeSuit]);

    /// <summary>Arbitration or suit.</summary>
    public static ProcedureRule ArbitrationOrSuit { get; } = Excluding(
        "选择仲裁的，不能同时向法院起诉", "仲裁法", "第五条", [ProcedureNature.CommercialArbitration], [ProcedureNature.CivilSuit]);

    /// <summary>A labour dispute is either before the commission or before the court.</summary>
    public static ProcedureRule LabourArbitrationThenSuit { get; } = Excluding(
        "劳动争议仲裁期间不能起诉，对裁决不服的再起诉", "劳动争议调解仲裁法", "第五条", [ProcedureNature.LabourArbitration], [ProcedureNature.CivilSuit]);

    /// <summary>What the court has taken on the land commission does not take on.</summary>
    public static ProcedureRule LandArbitrationOrSuit { get; } = Excluding(
        "法院已经受理的土地承包纠纷，仲裁委员会不予受理", "农村土地承包经营纠纷调解仲裁法", "第二十二条",
        [ProcedureNature.LandArbitration], [ProcedureNature.CivilSuit]);

    /// <summary>One arbitration.</summary>
    public static ProcedureRule OneArbitrationAtATime { get; } = Excluding(
        "劳动争议、农村土地承包和民商事仲裁各有其法，同一纠纷只进行一种", "仲裁法", "第九十三条", Arbitrations, Arbitrations);

    /// <summary>What is filed in court is mediated by the court.</summary>
    public static ProcedureRule TheCourtMediatesWhatIsFiled { get; } = Excluding(
        "法院已经立案的，由法院调解或者委托调解", "最高人民法院关于人民法院特邀调解的规定", "第十一条",
        [ProcedureNature.Mediation, ProcedureNature.DivertedMediation], [ProcedureNature.CivilSuit]);

    /// <summary>A petition makes way for what the law routes elsewhere.</summary>
    public static ProcedureRule PetitionsMakeWayForLegalProcedures { get; } = Excluding(
        "应当通过诉讼、仲裁、复议、裁决解决的，按该程序办理，不同时作为信访办理", "信访工作条例", "第三十一条",
        [ProcedureNature.Petition], RoutedElsewhere);

    /// <summary>Entrusting needs a filed case.</summary>
    public static ProcedureRule EntrustingNeedsAFiledCase { get; } = new(
        "法院立案以后才有委托调解", "最高人民法院关于人民法院特邀调解的规定", "第十一条",
        q => q.Kind.Nature == ProcedureNature.EntrustedMediation && !q.Dossier.Running.Any(p => p.Nature == ProcedureNature.CivilSuit));

    /// <summary>Labour disputes go to arbitration first.</summary>
    public static ProcedureRule LabourDisputesAreArbitratedFirst { get; } = new(
        "劳动争议先申请仲裁，对裁决不服、不予受理或者逾期未裁决的，再起诉", "劳动争议调解仲裁法", "第五条、第二十九条",
        q => q.Kind.Nature == ProcedureNature.CivilSuit && q.Dossier.IsLabourDispute
            && !q.Dossier.Procedures.Any(p => p.Nature == ProcedureNature.LabourArbitration && p.Result is ProcedureResult.Success or ProcedureResult.Failure));

    /// <summary>What was decided for good stays decided.</summary>
    public static ProcedureRule AFinalDecisionStands { get; } = new(
        "同一纠纷已有生效的裁决、判决或者调解书，不再重复处理；认为有错误的，依法申请撤销或者再审", "民事诉讼法", "第一百二十七条",
        q => q.Dossier.Procedures.Any(p => p.IsFinal && !p.OpenWays.Contains(q.Kind.Code) && Settles(p.Nature, q.Kind.Nature) && q.ConcernsTheSameAct(p)));

    /// <summary>The table.</summary>
    public static IReadOnlyList<ProcedureRule> All { get; } =
    [
        TheCaseIsUnderWay, TheSameWayRunsOnce, OneMediationAtATime, ReconsiderationAndSuitExcludeEachOther, ArbitrationOrSuit,
        LabourArbitrationThenSuit, LandArbitrationOrSuit, OneArbitrationAtATime, TheCourtMediatesWhatIsFiled,
        PetitionsMakeWayForLegalProcedures, EntrustingNeedsAFiledCase, LabourDisputesAreArbitratedFirst, AFinalDecisionStands, BothPartiesAgree,
    ];

    /// <summary>《law》article, or empty.</summary>
    public string Basis => ProcedureKind.Citation(Law, Article);

    /// <summary>The rule that forbids the kind now; null when it may be opened.</summary>
    public static ProcedureRule? WhyNot(ProcedureQuestion question) => All.FirstOrDefault(r => r.Forbids(question));

    private static ProcedureRule Excluding(string sentence, string law, string article, ProcedureNature[] one, ProcedureNature[] other) => new(
        sentence, law, article,
        q => q.Dossier.Running.Any(p => p.KindCode != q.Kind.Code && q.ConcernsTheSameAct(p)
            && ((one.Contains(q.Kind.Nature) && other.Contains(p.Nature)) || (other.Contains(q.Kind.Nature) && one.Contains(p.Nature)))));

    private static bool Settles(ProcedureNature decided, ProcedureNature asked) => decided switch
    {
        ProcedureNature.AdministrativeSuit => asked is ProcedureNature.AdministrativeSuit or ProcedureNature.Reconsideration or ProcedureNature.Petition,
        ProcedureNature.Petition => asked == ProcedureNature.Petition,
        _ => asked is not (ProcedureNature.Reconciliation or ProcedureNature.Reconsideration or ProcedureNature.AdministrativeSuit),
    };
}
