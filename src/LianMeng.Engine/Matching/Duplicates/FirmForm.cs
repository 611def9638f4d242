namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>组织形式, as far as a name tells it.</summary>
public enum FirmForm
{
    /// <summary>The name says nothing: an abbreviation.</summary>
    Unsaid,

    /// <summary>有限公司, 有限责任公司, or 公司 without more.</summary>
    Company,

    /// <summary>股份有限公司.</summary>
    Stock,

    /// <summary>集团.</summary>
    Group,

    /// <summary>厂.</summary>
    Works,

    /// <summary>合作社, 联合社.</summary>
    Cooperative,

    /// <summary>家庭农场, 农场.</summary>
    Farm,

    /// <summary>合伙.</summary>
    Partnership,

    /// <summary>个体工商户: 经营部, 商行, 店.</summary>
    Household,
}
