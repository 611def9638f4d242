using LianMeng.Engine.ChainGraph;

namespace LianMeng.Engine.Matching;

/// <summary>
/// Who takes a scrap or by-product: dealers whose own line it is, recyclers, and makers of what the chain makes from it. Judged by
/// what firms make only, because what they buy is not everybody's to know.
/// </summary>
sealed class Takers(ProductGraph graph, Likeness likeness)
{
    const float Dealer = 0.92f, DealerInKind = 0.85f, Collector = 0.88f, Words = 0.8f, SameScrapMetal = 0.78f, User = 0.68f, UserOfKind = 0.6f, Sibling = 0.52f, Anything = 0.5f, Consumer = 0.45f;

    /// <summary>The keys of products whose makers may take what the products named are.</summary>
    public IEnumerable<string> Keys(IReadOnlyList<NamedProduct> given)
    {
        foreach (var named in given)
            foreach (var key in Kinds(named.Product.Key))
            {
                yield return key;
                foreach (var link in graph.Of(key)) yield return link.From == key ? link.To : link.From;
            }
    }

    /// <summary>How far somebody with this line as his own product takes the thing.</summary>
    public Evidence Of(Phrase given, IReadOnlyList<NamedProduct> products, OfferLine line, string written)
    {
        var best = InWords(given, line, written);
        var scrap = Disposal.IsScrap(given.Name);
        // 废切削液 is no 切削液
        foreach (var wanted in products.Where(named => !scrap || named.Product.Kind == ProductKind.ByProduct || Disposal.IsScrap(named.Product.Name)))
            foreach (var named in line.Products)
                if (InChain(given, wanted, named, written) is var found && found.Strength > best.Strength) best = found;
        return best;
    }

    Evidence InChain(Phrase given, NamedProduct wanted, NamedProduct named, string written)
    {
        if (named.Product.Kind == ProductKind.Equipment) return default;
        var (certainty, scrap) = (wanted.Certainty * named.Certainty, Disposal.IsScrap(given.Name) || wanted.Product.Kind == ProductKind.ByProduct);
        if (named.Product.Key == wanted.Product.Key)
            return scrap ? new(Dealer * certainty, ReasonKind.Alias, $"主营“{written}”，做“{wanted.Product.Name}”的回收买卖") : default;
        var best = default(Evidence);
        foreach (var kind in Kinds(wanted.Product.Key))
        {
            var itself = kind == wanted.Product.Key;
            var name = graph.ByKey(kind)!.Name;
            if (scrap && kind == named.Product.Key) Take(DealerInKind, $"主营“{written}”，“{wanted.Product.Name}”是{name}的一种", null);
            foreach (var link in graph.Of(kind))
            {
                if (link.Meaning == LinkMeaning.InputOf && link.From == kind && link.To == named.Product.Key)
                    Take(!scrap ? Consumer : itself ? User : UserOfKind, $"{graph.Say(link)}（“{written}”），可用“{wanted.Words}”作原料", link);
                else if (scrap && link.To == kind && link.From == named.Product.Key)
                {
                    if (link.Meaning == LinkMeaning.InputOf && named.Product.Kind == ProductKind.Service) Take(Collector, $"主营“{written}”，回收“{wanted.Words}”一类的{name}", link);
                    else if (link.Meaning == LinkMeaning.KindOf && !itself) Take(Sibling, $"主营“{written}”，与“{wanted.Product.Name}”同属{name}", link);
                }
            }
        }
        return best;

        void Take(float strength, string text, ProductLink? link)
        {
            if (strength * certainty > best.Strength) best = new(strength * certainty, ReasonKind.Graph, text, link);
        }
    }

    Evidence InWords(Phrase given, OfferLine line, string written)
    {
        var best = default(Evidence);
        if (!Disposal.IsScrap(given.Name))
        {
            // 铝线 is taken by who deals in 废铝线
            foreach (var part in line.Phrases)
                if (part.Name.StartsWith('废') && part.Name.Length > 2) Take(Words * likeness.Of(given, new Phrase([.. part.Units.SkipWhile(unit => unit.Text == "废")], 1)), $"主营“{written}”，可能收“{given.Name}”");
            return best;
        }
        foreach (var part in line.Phrases)
        {
            var service = Disposal.ServiceAtEnd(part.Name);
            if (service > 0 && service < part.Name.Length)
            {
                // "铝灰处置" takes 铝灰
                var thing = new Phrase([.. part.Units.Where(unit => unit.Factor >= 0.3f).Take(part.Name.Length - service)], 1);
                if (part.Name.StartsWith("再生资源", StringComparison.Ordinal) || part.Name.StartsWith("废旧", StringComparison.Ordinal) || part.Name.StartsWith("废品", StringComparison.Ordinal))
                    Take(Anything, $"主营“{written}”，可能收“{given.Name}”");
                if (!Materials.Clash(thing.Metals, given.Metals)) Take(Words * likeness.Of(given, thing), $"主营“{written}”，收“{given.Name}”");
            }
            else if (Disposal.IsScrap(part.Name))
            {
                Take(Dealer * likeness.Of(given, part), $"主营“{written}”，做“{given.Name}”一类的买卖");
                // dross and sludge are no scrap metal: they need other hands and permits
                if (part.Name[0] == '废' && part.Name.Length is > 1 and <= 4 && part.Name[1] is not ('旧' or '杂' or '料' or '品') && given.Name.Contains(part.Name[1], StringComparison.Ordinal) && given.Name[^1] is not ('灰' or '渣' or '泥'))
                    Take(SameScrapMetal, $"主营“{written}”，“{given.Name}”也是这一类废料");
            }
        }
        return best;

        void Take(float strength, string text)
        {
            if (strength > best.Strength) best = new(Math.Min(strength, Dealer), ReasonKind.Product, text);
        }
    }

    /// <summary>The product and what it is a kind of.</summary>
    IEnumerable<string> Kinds(string key)
    {
        yield return key;
        foreach (var link in graph.Of(key))
            if (link.Meaning == LinkMeaning.KindOf && link.From == key) yield return link.To;
    }
}
