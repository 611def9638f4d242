using System.Globalization;
using LianMeng.Shared.Imports;

namespace LianMeng.Capabilities.Deals;

/// <summary>Products of a deal as people type them, one a line: "电机壳体，2000，件，18.5". Quantity with unit, and price, may be missing.</summary>
internal static class DealGoodsText
{
    private const decimal Most = 1_000_000_000_000;

    /// <param name="problem">in Chinese, naming the line that cannot be read; empty on success</param>
    public static bool TryParse(string? text, out List<DealGoods> goods, out string problem)
    {
        (goods, problem) = ([], "");
        foreach (var line in (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split([',', '，', '\t'], StringSplitOptions.TrimEntries);
            if (!TryRead(parts, out var read)) problem = $"看不懂“{ImportText.Shorten(line, 40)}”；每行写：产品，数量，单位，单价，用逗号隔开，后三样可以不写。";
            else if (goods.Count == Deal.MostLines) problem = $"一笔合作最多写 {Deal.MostLines} 种产品。";
            if (problem.Length > 0) return false;
            goods.Add(read!);
        }

        return true;
    }

    private static bool TryRead(string[] parts, out DealGoods? goods)
    {
        goods = null;
        if (parts.Length is 2 or > 4 || parts[0].Length is 0 or > Deal.ProductLimit) return false;
        if (parts.Length == 1)
        {
            goods = new(ImportText.Clean(parts[0]), null, null, null);
            return true;
        }

        if (!TryNumber(parts[1], out var quantity) || parts[2].Length is 0 or > Deal.UnitLimit) return false;
        decimal? price = null;
        if (parts.Length == 4 && parts[3].Length > 0)
        {
            if (!TryNumber(parts[3].TrimEnd('元'), out var read)) return false;
            price = read;
        }

        goods = new(ImportText.Clean(parts[0]), quantity, ImportText.Clean(parts[2]), price);
        return true;
    }

    private static bool TryNumber(string text, out decimal number)
        => decimal.TryParse(ImportText.ToHalfWidth(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= Most;
}
