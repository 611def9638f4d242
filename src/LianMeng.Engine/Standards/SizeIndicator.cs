namespace LianMeng.Engine.Standards;

/// <summary>What the size method measures.</summary>
internal enum SizeIndicator
{
    /// <summary>从业人员 X, persons</summary>
    Staff,

    /// <summary>营业收入 Y, ¥10 000</summary>
    Revenue,

    /// <summary>资产总额 Z, ¥10 000</summary>
    Assets,
}
