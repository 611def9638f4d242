namespace LianMeng.Engine.Standards;

/// <summary>How near two places are by administrative division, nearest first.</summary>
public enum Proximity
{
    /// <summary>同区县</summary>
    SameCounty,

    /// <summary>同市；直辖市全域算一个市</summary>
    SameCity,

    /// <summary>同省</summary>
    SameProvince,

    /// <summary>外省</summary>
    Elsewhere,
}
