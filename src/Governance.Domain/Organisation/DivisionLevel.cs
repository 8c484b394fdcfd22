namespace Governance.Domain.Organisation;

/// <summary>Level of an administrative division; the number is the rank from above.</summary>
public enum DivisionLevel
{
    /// <summary>省、自治区.</summary>
    Province = 1,

    /// <summary>市.</summary>
    City = 2,

    /// <summary>旗县区 (Hohhot), 县（市）区 (Anyang).</summary>
    County = 3,

    /// <summary>乡镇、街道.</summary>
    Township = 4,

    /// <summary>村、社区.</summary>
    Village = 5,
}
