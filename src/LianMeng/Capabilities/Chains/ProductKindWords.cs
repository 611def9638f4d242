using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains;

internal static class ProductKindWords
{
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
