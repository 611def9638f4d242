namespace LianMeng.Engine.Standards;

/// <summary>Level of an administrative division in GB/T 2260.</summary>
public enum RegionLevel
{
    /// <summary>省、自治区、直辖市、特别行政区</summary>
    Province,

    /// <summary>地级：市、自治州、地区、盟</summary>
    Prefecture,

    /// <summary>县级：市辖区、县、县级市、旗</summary>
    County,
}
