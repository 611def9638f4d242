namespace LianMeng.Engine.Standards;

/// <summary>
/// Size class after 统计上大中小微型企业划分办法(2017): large, medium and small must meet all lower bounds, so the class is the lowest
/// among the indicators; for micro one indicator suffices. A missing figure is never taken for 0.
/// </summary>
public static class EnterpriseSize
{
    /// <summary>规上工业 begins at this main revenue, ¥10 000 a year.</summary>
    public const decimal AboveScaleRevenue = 2000;

    private const string Disclaimer = "按申报数据测算，非统计认定";

    /// <summary>Assesses by code; a missing or wrong industry code gives Unknown with that reason.</summary>
    /// <param name="industryCode">GB/T 4754-2017, with or without section letter</param>
    /// <param name="staff">从业人员, persons</param>
    /// <param name="revenue">营业收入, ¥10 000</param>
    /// <param name="assets">资产总额, ¥10 000</param>
    public static SizeResult Assess(string? industryCode, decimal? staff, decimal? revenue, decimal? assets)
    {
        if (string.IsNullOrWhiteSpace(industryCode))
        {
            return Undecided("缺行业代码");
        }

        return IndustryClass.TryParse(industryCode, out var industry, out var problem)
            ? Assess(industry, staff, revenue, assets)
            : Undecided($"行业代码有误（{problem}）");
    }

    /// <summary>Assesses an enterprise of this industry; units as above.</summary>
    public static SizeResult Assess(IndustryClass industry, decimal? staff, decimal? revenue, decimal? assets)
    {
        ArgumentNullException.ThrowIfNull(industry);
        var (found, rule) = SizeRules.For(industry);
        if (!found)
        {
            return new(SizeClass.NotApplicable, SizeClass.NotApplicable, SizeClass.NotApplicable,
                $"{industry.FullCode} {industry.Name}不在大中小微型企业划分办法的适用范围内");
        }

        return rule is null
            ? Undecided($"行业代码 {industry.FullCode} {industry.Name}过宽，其下各类标准不同，需填到更细的代码")
            : Assess(rule, bound => bound.Indicator switch
            {
                SizeIndicator.Staff => staff,
                SizeIndicator.Revenue => revenue,
                _ => assets,
            });
    }

    /// <summary>
    /// Whether it counts as industry above designated size 规上工业: sections B, C, D with main revenue of at least ¥20 m.
    /// Null when it is industry and the revenue is missing.
    /// </summary>
    public static bool? IsAboveScale(IndustryClass industry, decimal? revenue)
    {
        ArgumentNullException.ThrowIfNull(industry);
        return industry.Section is not ('B' or 'C' or 'D') ? false : revenue is null or < 0 ? null : revenue >= AboveScaleRevenue;
    }

    private static SizeResult Assess(SizeRule rule, Func<SizeBound, decimal?> valueOf)
    {
        var highest = SizeClass.Large;
        var missing = false;
        var parts = new List<string>();
        foreach (var bound in rule.Bounds)
        {
            // a negative figure is a typing error and says as little as an empty one
            if (valueOf(bound) is not { } value || value < 0)
            {
                missing = true;
                parts.Add(valueOf(bound) is { } wrong ? $"{bound.Words.Name} {wrong:0.####} 为负数，按缺失处理" : $"缺{bound.Words.Name}");
                continue;
            }

            highest = (SizeClass)Math.Min((int)highest, (int)bound.ClassOf(value));
            parts.Add(bound.Explain(value));
        }

        var lowest = missing ? SizeClass.Micro : highest;
        var (size, conclusion) = lowest == highest
            ? (highest, Conclusion(rule, highest, missing))
            : (SizeClass.Unknown, $"最高可能为{highest.ToChinese()}，最低可能为{lowest.ToChinese()}");
        return new(size, lowest, highest, $"{rule.Industry}：{string.Join("；", parts)}；{conclusion}。{Disclaimer}");
    }

    private static string Conclusion(SizeRule rule, SizeClass size, bool missing) =>
        missing ? "一项指标为微型即为微型"
        : rule.Bounds.Length > 1 ? $"取最低：{size.ToChinese()}"
        : $"为{size.ToChinese()}";

    private static SizeResult Undecided(string why) =>
        new(SizeClass.Unknown, SizeClass.Micro, SizeClass.Large, $"{why}，无法测算规模。{Disclaimer}");
}
