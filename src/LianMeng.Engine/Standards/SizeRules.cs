namespace LianMeng.Engine.Standards;

/// <summary>The table of 统计上大中小微型企业划分办法(2017), keyed by code of GB/T 4754-2017; the most specific code wins.</summary>
internal static class SizeRules
{
    private static readonly Dictionary<string, SizeRule> ByCode = Build();

    /// <summary>
    /// The row for the class. Not found: the method does not apply. Found without a rule: the code is so wide that
    /// several rows, or some and none, fall under it.
    /// </summary>
    public static (bool Found, SizeRule? Rule) For(IndustryClass industry)
    {
        for (var c = industry; c is not null; c = c.Parent)
        {
            if (ByCode.TryGetValue(c.Code, out var rule))
            {
                return (true, rule);
            }
        }

        if (industry.Level == IndustryLevel.Class)
        {
            return (false, null);
        }

        var below = IndustryClass.All.Where(c => c.Level == IndustryLevel.Class && c.IsWithin(industry));
        var rules = below.Select(c => For(c).Rule).Distinct().ToList();
        return rules is [var only] ? (only is not null, only) : (true, null);
    }

    private static SizeBound X(decimal large, decimal medium, decimal small) => new(SizeIndicator.Staff, large, medium, small);

    private static SizeBound Y(decimal large, decimal medium, decimal small) => new(SizeIndicator.Revenue, large, medium, small);

    private static SizeBound Z(decimal large, decimal medium, decimal small) => new(SizeIndicator.Assets, large, medium, small);

    private static Dictionary<string, SizeRule> Build()
    {
        var table = new Dictionary<string, SizeRule>(StringComparer.Ordinal);
        Add(new("农、林、牧、渔业", Y(20000, 500, 50)), "A");
        Add(new("工业", X(1000, 300, 20), Y(40000, 2000, 300)), "B", "C", "D");
        Add(new("建筑业", Y(80000, 6000, 300), Z(80000, 5000, 300)), "E");
        Add(new("批发业", X(200, 20, 5), Y(40000, 5000, 1000)), "51");
        Add(new("零售业", X(300, 50, 10), Y(20000, 500, 100)), "52");
        // note 2 of the method counts loading and unloading (591) as transport, the rest of 59 as storage
        Add(new("交通运输业", X(1000, 300, 20), Y(30000, 3000, 200)), "54", "55", "56", "57", "58", "591");
        Add(new("仓储业", X(200, 100, 20), Y(30000, 1000, 100)), "59");
        Add(new("邮政业", X(1000, 300, 20), Y(30000, 2000, 100)), "60");
        Add(new("住宿和餐饮业", X(300, 100, 10), Y(10000, 2000, 100)), "61", "62");
        Add(new("信息传输业", X(2000, 100, 10), Y(100000, 1000, 100)), "63", "64");
        Add(new("软件和信息技术服务业", X(300, 100, 10), Y(10000, 1000, 50)), "65");
        Add(new("房地产开发经营", Y(200000, 1000, 100), Z(10000, 5000, 2000)), "7010");
        Add(new("物业管理", X(1000, 300, 100), Y(5000, 1000, 500)), "702");
        Add(new("租赁和商务服务业", X(300, 100, 10), Z(120000, 8000, 100)), "L");
        // 社会工作 is 85 in the 2017 edition of the classes (84 in that of 2011)
        Add(new("其他未列明行业", X(300, 100, 10)), "M", "N", "O", "R", "85", "703", "709");
        return table;

        void Add(SizeRule rule, params string[] codes)
        {
            foreach (var code in codes)
            {
                table.Add(code, rule);
            }
        }
    }
}
