namespace LianMeng.Host.Demonstration;

/// <summary>Titles and sentences as purchasing and sales clerks write them.</summary>
/// <param name="amount">quantity with its unit: 200吨</param>
/// <param name="unit">what the price is per</param>
/// <param name="price">元 per unit; null when none is named</param>
/// <param name="occasion">why more is needed just now</param>
internal sealed class ListingWords(SplitMix64 dice, string product, string amount, string unit, decimal? price, IReadOnlyList<string> certificates, string park, string occasion)
{
    // drawn once, or title and text would contradict each other
    private readonly string again = dice.Pick(["每月", "每月", "每季度", "每年"]);
    private readonly string once = dice.Pick(["首批", "年内共", "一次性", "本季度"]);

    /// <summary>Advice and the like is not counted.</summary>
    private bool IsCounted => unit != "项";

    public (string Title, string Text) Wanted() =>
    (
        Pick($"求购{product}{amount}", $"采购{product} {amount}", $"求购 {product}，{amount}", $"长期采购{product}", $"急需{product}{amount}", $"寻{product}配套厂家", $"{product}招募本地供应商", $"求购{product}，寻近处货源"),
        Sentences(
            Pick(
                $"我司{once}需{product}{amount}，现面向区内及周边厂家询价。", $"{occasion}，需采购{product}{amount}，可分批交货。", $"原供应商在外地，运费高、交期长，想在本地找一家能稳定供应{product}的厂家，{again}用量{amount}。",
                $"现需{product}{amount}，来样来图均可，先打样后批量。", $"为第二货源，采购{product}，{again}{amount}，长期合作优先。", $"车间库存不足，急需{product}{amount}，有现货请尽快联系。"),
            Pick(
                Conditions(), "要求尺寸稳定、批次可追溯，首件提供检验报告。", "质量按国标执行，进厂抽检，不合格退换。", "请报含税到厂价，注明起订量和交货周期。", ""),
            Pick(Money("目标价"), "货到验收合格后月结30天。", "月结60天，可签年度框架协议。", $"交货地点：{park}。", "可安排人员上门看厂。", ""))
    );

    public (string Title, string Text) Offered() =>
    (
        Pick($"供应{product}", $"现货供应{product} {amount}", $"供应{product}，{again}可供{amount}", $"{product}产能有余，寻长期客户", $"本地厂家直供{product}", $"{product}，可按样定制"),
        Sentences(
            Pick(
                $"我司生产{product}，{again}可供{amount}，欢迎来厂看样。", $"新线投产，{product}尚有余量{amount}，区内客户可当日送达。", $"主营{product}，可按图纸和样品定制，七天出样。",
                $"库存{product}{amount}，规格齐全，可小批量起订。", $"{product}为主机厂配套多年，现对外承接订单，{again}可接{amount}。"),
            Pick("质量保证，随货附检验报告。", "支持第三方检测，提供材质单。", "可提供免费样品，运费自理。", "铜梁、九龙坡范围内送货上门，其余地区协商。", Holds(), ""),
            Pick(Money("含税出厂价"), "价格随行就市，量大从优。", "老客户可月结，新客户款到发货。", "欢迎同园区企业优先联系。", ""))
    );

    public (string Title, string Text) WorkWanted() =>
    (
        IsCounted ? Pick($"寻{product}合作单位", $"外协{product}", $"{product}外协，求报价", $"招募{product}协作厂") : Pick($"寻{product}合作单位", $"需要{product}", $"求{product}报价"),
        Sentences(
            !IsCounted ? Pick($"我司需要{product}，范围和要求面谈。", $"寻找区内能做{product}的单位，距离近者优先。", $"{product}合同到期，重新比选，请附案例和报价。")
            : Pick($"我司产能紧张，{product}拟外协，{again}约{amount}。", $"寻找区内能做{product}的单位，业务量{again}{amount}，距离近者优先。", $"现有{product}需求{amount}，图纸和要求面谈。", $"原外协单位搬迁，重新选择{product}的合作单位，先试单再签年度合同。"),
            Pick(Conditions(), IsCounted ? "交期一般五到七天，急件需能配合加班。" : "请说明服务内容和周期。", "需有成熟案例，可提供同行客户名单者优先。", ""),
            Pick("按月结算，开增值税专用发票。", $"厂址在{park}，可先来看现场。", Money("预算"), ""))
    );

    public (string Title, string Text) WorkOffered() =>
    (
        Pick($"承接{product}", $"承接{product}业务", $"{product}有余量，欢迎来料", $"提供{product}", $"{product}，可开专票"),
        Sentences(
            !IsCounted ? Pick($"专做{product}，服务区内企业多年，可先试后订。", $"提供{product}，一小时内上门，急件当日响应。", $"{product}可长期合作，也接单次委托。")
            : Pick($"我司承接{product}，目前{again}尚有{amount}的余量。", $"设备和人员齐备，对外承接{product}，急件二十四小时内响应。", $"专做{product}，服务区内企业多年，可先试后订。", $"{product}可长期合作，也接零星订单。"),
            Pick("按要求出具报告和记录。", "园区内上门取送。", Holds(), "可签保密协议，来图不外传。", ""),
            Pick(Money("参考价"), "价格面议，长期客户另有优惠。", "可开增值税专用发票。", ""))
    );

    public (string Title, string Text) Leftover() =>
    (
        Pick($"处理{product}{amount}", $"转让{product}", $"{product}长期出售，{again}{amount}", $"{product}寻求利用单位", $"出售生产副产{product}"),
        Sentences(
            Pick($"生产中产生{product}，{again}约{amount}，分类存放，寻求就近利用的单位。", $"现有{product}{amount}，未混杂，可上门看货。", $"{product}一直低价外卖，想找能直接回用的厂家，{again}{amount}。"),
            Pick("自提，过磅计量。", "可签长期协议，定期清运。", "可先取样化验。"),
            Pick(Money("意向价"), $"存放地点：{park}。", ""))
    );

    /// <summary>Hazardous waste is not sold: somebody permitted takes it over.</summary>
    public (string Title, string Text) Hazardous() =>
    (
        Pick($"委托处置{product}", $"{product}委托处置，{again}{amount}", $"寻{product}持证利用处置单位"),
        Sentences(
            Pick($"生产中产生{product}，{again}约{amount}，贮存间已按规范分区。", $"现有{product}{amount}待转移，包装和标签齐全。"),
            Pick($"接收单位须持有{string.Join('、', certificates)}，依法办理转移联单。", $"属危险废物，只交给具备{string.Join('、', certificates)}且核准类别相符的单位。"),
            Pick("处置费用面议。", "请提供许可证复印件和处置工艺。", ""))
    );

    private string Pick(params ReadOnlySpan<string> words) => words[dice.Below(words.Length)];

    private string Conditions() => certificates.Count > 0 ? $"供方须具备{string.Join('、', certificates)}。" : "有同类产品供货经验者优先。";

    private string Holds() => certificates.Count > 0 ? $"已通过{string.Join('、', certificates)}。" : "";

    private string Money(string name) => price is { } amount ? $"{name}{amount:0.##}元/{unit}，可议。" : "价格面议。";

    /// <summary>Nobody writes the same sentence twice, and nobody an empty one.</summary>
    private static string Sentences(params ReadOnlySpan<string> sentences)
    {
        var text = new System.Text.StringBuilder();
        foreach (var sentence in sentences) text.Append(sentence);
        return text.ToString();
    }
}
