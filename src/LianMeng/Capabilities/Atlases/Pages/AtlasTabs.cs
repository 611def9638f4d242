using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Atlases.Pages;

/// <summary>The views of one atlas: to see, to question, to act.</summary>
public static class AtlasTabs
{
    /// <param name="id">the atlas</param>
    /// <param name="issue">kept from view to view; null the latest</param>
    public static IReadOnlyList<Tab> For(Guid id, int? issue)
    {
        var at = $"/atlases/{id}";
        return
        [
            new("环节", Of(at)), new("关系图", Of(at + "/graph")), new("流向", Of(at + "/flows")), new("产品表", Of(at + "/products")),
            new("健康度", Of(at + "/health")), new("缺口与长板", Of(at + "/gaps")), new("本地替代", Of(at + "/substitutions")), new("副产品", Of(at + "/by-products")),
            new("停产推演", Of(at + "/what-if")), new("可延伸产品", Of(at + "/step-downs")), new("任务", at + "/tasks"), new("各期", at + "/issues"),
        ];

        string Of(string href) => issue is { } number ? $"{href}?issue={number}" : href;
    }
}
