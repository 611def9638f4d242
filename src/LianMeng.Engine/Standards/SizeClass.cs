namespace LianMeng.Engine.Standards;

/// <summary>Size class of an enterprise, 统计上大中小微型企业划分办法(2017). The four real classes compare by size.</summary>
public enum SizeClass
{
    /// <summary>未知: an indicator or the industry is missing and the class depends on it.</summary>
    Unknown = 0,

    /// <summary>不适用: the method has no row for the industry.</summary>
    NotApplicable = 1,

    /// <summary>微型</summary>
    Micro = 2,

    /// <summary>小型</summary>
    Small = 3,

    /// <summary>中型</summary>
    Medium = 4,

    /// <summary>大型</summary>
    Large = 5,
}
