namespace LianMeng.Engine.Standards;

/// <summary>Level of a class in GB/T 4754.</summary>
public enum IndustryLevel
{
    /// <summary>门类, a letter</summary>
    Section = 1,

    /// <summary>大类, two digits</summary>
    Division = 2,

    /// <summary>中类, three digits</summary>
    Group = 3,

    /// <summary>小类, four digits</summary>
    Class = 4,
}
