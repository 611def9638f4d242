using System.Globalization;

namespace LianMeng.Engine.ChainGraph;

/// <summary>Whether a stream may go to a use at all. A closed gate is a way that does not exist, however profitable; every reason is kept, for "why not".</summary>
public static class ByProductGate
{
    /// <summary>Every reason against; empty when the way is open.</summary>
    /// <param name="asOf">the day for which permits must hold</param>
    public static IReadOnlyList<string> Reasons(ByProductStream stream, ByProductUse use, DateOnly asOf)
    {
        var reasons = new List<string>();
        if (stream.Supplier == use.Receiver) reasons.Add("供方与接收方是同一家企业");
        if (!use.Products.Contains(stream.Product, StringComparer.Ordinal)) reasons.Add("接收方不用这种副产品");
        AddLegal(reasons, stream, use, asOf);
        foreach (var limit in use.Limits) AddLimit(reasons, stream, limit);
        return reasons;
    }

    private static void AddLegal(List<string> reasons, ByProductStream stream, ByProductUse use, DateOnly asOf)
    {
        if (stream.Code is null && stream.IsGoods) return;
        if (!WasteCode.TryParse(stream.Code, out var code, out var problem))
        {
            reasons.Add($"{problem}，不能判断是否为危险废物");
            return;
        }

        if (!code.IsHazardous) return;
        var rights = use.Rights.Where(right => WasteCode.TryParse(right.Code, out var covered, out _) && covered == code).ToList();
        if (rights.Count == 0) reasons.Add($"危险废物 {code}：接收方没有该代码的许可，也没有已登记的豁免");
        else if (!rights.Exists(right => right.OnlyFrom is null || right.OnlyFrom == stream.Supplier)) reasons.Add($"危险废物 {code}：接收方的点对点豁免不含该供方");
        else if (!rights.Exists(right => (right.OnlyFrom is null || right.OnlyFrom == stream.Supplier) && (right.Until is null || right.Until >= asOf))) reasons.Add($"危险废物 {code}：接收方的许可或豁免已到期");
    }

    private static void AddLimit(List<string> reasons, ByProductStream stream, ComponentLimit limit)
    {
        if (limit.Least is null && limit.Most is null) return;
        if (!stream.Composition.TryGetValue(limit.Component, out var share)) reasons.Add($"{limit.Component} 未检测，接收方有要求");
        else if (share < limit.Least) reasons.Add($"{limit.Component} {Number(share)} 低于要求的 {Number(limit.Least.Value)}");
        else if (share > limit.Most) reasons.Add($"{limit.Component} {Number(share)} 高于允许的 {Number(limit.Most.Value)}");
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
