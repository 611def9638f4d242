namespace LianMeng.Engine.ChainGraph;

/// <summary>What a node of the product graph stands for.</summary>
public enum ProductKind
{
    /// <summary>原材料</summary>
    Material,
    /// <summary>工艺</summary>
    Process,
    /// <summary>产品</summary>
    Product,
    /// <summary>副产品</summary>
    ByProduct,
    /// <summary>装备</summary>
    Equipment,
    /// <summary>服务</summary>
    Service,
}
