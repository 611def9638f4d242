namespace LianMeng.Engine.Matching;

/// <summary>Says what is missing: for a whole question, or for one named offer. It speaks of nothing the asker may not see.</summary>
static class Absence
{
    /// <summary>What is missing when nobody answers directly.</summary>
    public static List<string> Missing(Asking asking, Sight sight, MatchRequest request)
    {
        if (asking.Wanted.Count == 0) return ["没有看出要找的是什么产品，请写出产品名称，例如“铝合金锭 ADC12”。"];
        var (who, lists) = request.Kind == MatchKind.Demand ? ("没有企业生产它", "主营产品、副产品和供应信息")
            : request.SeesBuys ? ("没有企业采购它", "采购产品和求购信息") : ("没有求购它的信息", "求购信息");
        var said = new List<string>();
        for (var phrase = 0; phrase < Math.Min(3, asking.Wanted.Count); phrase++)
        {
            if (asking.Wanted[phrase].Rank < asking.Wanted[0].Rank) continue;
            var words = asking.Wanted[phrase].Text;
            if (asking.Wanted[phrase].IsGiven)
            {
                said.Add($"可见企业的主营产品和求购信息中没有看出谁收、谁用“{words}”。");
                continue;
            }
            if (asking.Wanted[phrase].IsMaterial)
            {
                said.Add($"只看出材料“{words}”，请写出要的是什么产品，例如某种锭、板、型材或零件。");
                continue;
            }
            if (asking.ProductsOf(phrase).Count > 0)
                said.Add($"图谱中有产品“{asking.ProductsOf(phrase)[0].Product.Name}”，但可见范围内{who}。");
            var unknown = UnknownWords(asking, sight, asking.Wanted[phrase]);
            said.Add(unknown.Count > 0
                ? $"可见企业的{lists}中没有提到“{string.Join("”、“", unknown)}”。"
                : $"可见企业的{lists}中有近似的字词，但没有一项符合“{words}”。");
        }
        return said;
    }

    /// <summary>Why one offer is not among the answers; empty when it is, unless a person lowered it, which is said in either case.</summary>
    /// <param name="stands">Whether it has not ended.</param>
    public static List<string> WhyNot(Asking asking, MatchRequest request, KnownOffer known, Evidence best, bool stands)
    {
        var said = new List<string>();
        if (asking.Excludes(known.Offer)) said.Add("这次查找不包括它（本企业或已排除）。");
        if (!stands) said.Add($"有效期到{known.Offer.Until:yyyy年M月d日}，已经到期。");
        if (said.Count == 0 && !best.Qualifies(request.Neighbours)) said.Add(TooFar(asking, request, known, best));
        if (asking.LoweredFor(known.Offer) is { } reason) said.Add($"{Asking.SayLowered(reason)}，排序已降低。");
        return said;
    }

    static string TooFar(Asking asking, MatchRequest request, KnownOffer known, Evidence best)
    {
        var (kind, list) = request.Kind == MatchKind.Demand ? (OfferRole.Makes | OfferRole.ByProducts | OfferRole.Supplies, "主营产品")
            : request.SeesBuys ? (OfferRole.Buys | OfferRole.Seeks, "采购产品") : (OfferRole.Seeks, "求购信息");
        if (asking.Wanted.Count == 0) return "没有看出要找的是什么产品。";
        var isListing = known.Lines.Any(own => (own.Role & OfferRole.Listed) != OfferRole.None);
        if (isListing) list = request.Kind == MatchKind.Demand ? "供应信息" : "求购信息";
        if (best.Strength <= 0)
            return known.Lines.Any(own => (own.Role & kind) != OfferRole.None) ? $"登记的{list}与“{asking.Wanted[0].Text}”没有相同的字词，在产品图谱上也不相邻。"
                : isListing ? $"这不是{list}。"
                : request.Kind == MatchKind.Demand || request.SeesBuys ? $"没有登记{list}。" : "没有公开的求购信息。";
        return best.Kind == ReasonKind.Graph
            ? $"只在产品图谱上相邻：{best.Text}。"
            : $"最接近的是：{best.Text}，但与“{asking.Wanted[0].Text}”的相符程度只有 {best.Strength * 100:0}%，不到 {Likeness.Enough * 100:0}%。";
    }

    /// <summary>The stretches of a phrase that no visible line contains.</summary>
    static List<string> UnknownWords(Asking asking, Sight sight, Phrase wanted)
    {
        var core = wanted.Core.Where(unit => unit.IsContent).ToArray();
        var known = new bool[core.Length];
        for (var i = 0; i < core.Length; i++)
        {
            if (core.Length == 1 || core[i].IsWord) known[i] |= Mentioned(core[i].Text);
            if (i == 0 || core[i].IsWord || core[i - 1].IsWord || !Mentioned(core[i - 1].Text + core[i].Text)) continue;
            known[i] = known[i - 1] = true;
        }
        var unknown = new List<string>();
        for (var i = 0; i < core.Length; i++)
        {
            if (known[i]) continue;
            var start = i;
            while (i + 1 < core.Length && !known[i + 1]) i++;
            unknown.Add(string.Concat(core[start..(i + 1)].Select(unit => unit.Text)));
        }
        // a lone character left between known words says nothing to a reader: name the whole
        return unknown.Exists(words => words.Length == 1) ? [wanted.Name] : unknown;

        bool Mentioned(string words) => sight.IsMentioned(words, asking.Roles, asking.MayAnswer);
    }
}
