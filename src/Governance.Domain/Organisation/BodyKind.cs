namespace Governance.Domain.Organisation;

/// <summary>What sort of body it is; routing rules ask for the kind, never for the name.</summary>
public enum BodyKind
{
    /// <summary>人民政府 of a city or county.</summary>
    Government = 1,

    /// <summary>社会治安综合治理中心.</summary>
    Centre,

    /// <summary>12345 热线.</summary>
    Hotline,

    /// <summary>Department of a city or county government.</summary>
    Department,

    /// <summary>公安机关.</summary>
    Police,

    /// <summary>人民法院.</summary>
    Court,

    /// <summary>人民检察院.</summary>
    Procuratorate,

    /// <summary>管理委员会 of a zone that is no county in law.</summary>
    ZoneOffice,

    /// <summary>乡镇人民政府、街道办事处 and what stands in for them.</summary>
    TownshipOffice,

    /// <summary>乡镇、街道平安建设办公室.</summary>
    PeaceOffice,

    /// <summary>村（居）民委员会.</summary>
    VillageCommittee,
}

/// <summary>What bodies of a kind are called together.</summary>
public static class BodyKinds
{
    /// <summary>Chinese name of the kind.</summary>
    public static string DisplayName(this BodyKind kind) => kind switch
    {
        BodyKind.Government => "人民政府",
        BodyKind.Centre => "综治中心",
        BodyKind.Hotline => "12345 热线",
        BodyKind.Department => "部门",
        BodyKind.Police => "公安机关",
        BodyKind.Court => "人民法院",
        BodyKind.Procuratorate => "人民检察院",
        BodyKind.ZoneOffice => "功能区管委会",
        BodyKind.TownshipOffice => "乡镇街道",
        BodyKind.PeaceOffice => "平安建设办公室",
        BodyKind.VillageCommittee => "村（居）民委员会",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
