using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>Kinds of products as people read and write them.</summary>
public static class ProductKindWords
{
    /// <summary>原材料, 工艺, 产品 …</summary>
    public static string Title(this ProductKind kind) => kind switch
    {
        ProductKind.Material => "原材料",
        ProductKind.Process => "工艺",
        ProductKind.ByProduct => "副产品",
        ProductKind.Equipment => "装备",
        ProductKind.Service => "服务",
        _ => "产品",
    };
}
