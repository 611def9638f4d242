using LianMeng.Tests.Engine.Text;

namespace LianMeng.Tests.Engine.Matching.Duplicates;

/// <summary>
/// Pairs of writings as registers have them: half of them one firm written twice, half of them two firms that look alike.
/// Nothing here is shared with the matcher: neither words nor code, the check character of a code included.
/// </summary>
sealed class DirtyPairs(DirtyWords words, uint seed)
{
    readonly Dice dice = new(seed);

    /// <summary>A firm in its parts, so that a writing can leave out or move one.</summary>
    sealed record Firm(DirtyWords.Town Town, bool SaysProvince, bool SaysDistrict, string Brand, string Trade, string Form, string Road, int Number, string? Room, string Phone, string Code)
    {
        public string Place => (SaysProvince || !SaysDistrict ? Town.City : "") + (SaysProvince && SaysDistrict ? "市" : "") + (SaysDistrict ? Town.District + (SaysProvince ? Town.Kind : "") : "");
        public string Name => Place + Brand + Trade + Form;
        public string Address => $"{(Town.Province == Town.City ? Town.City + "市" : Town.Province + "省" + Town.City + "市")}{Town.District}{Town.Kind}{Road}{Number}号{Room}";
    }

    public IEnumerable<DirtyPair> Take(int count)
    {
        for (var i = 0; i < count; i++) yield return i % 2 == 0 ? OneFirm(i / 2) : TwoFirms(i / 2);
    }

    DirtyPair OneFirm(int turn)
    {
        var firm = Invent();
        var (kind, name, former) = (turn % 16) switch
        {
            0 => ("错字", Wrong(firm), ""),
            1 => ("同音字", Homophone(firm), ""),
            2 => ("漏字", Missing(firm), ""),
            3 => ("重字", Doubled(firm), ""),
            4 => ("颠倒", Turned(firm), ""),
            5 => ("括号地名", $"{firm.Brand}{firm.Trade}{(Chance(50) ? $"（{firm.Place}）" : $"({firm.Place})")}{firm.Form}", ""),
            6 => ("曾用名", Other(firm).Name, firm.Name),
            7 => ("词序", Swapped(firm), ""),
            8 => ("缺地名", firm.Brand + firm.Trade + firm.Form, ""),
            9 => ("组织形式", firm.Place + firm.Brand + firm.Trade + OtherForm(firm.Form), ""),
            10 => ("简称", Short(firm), ""),
            11 => ("全角空格", Wide(firm.Name), ""),
            12 => ("括注", firm.Name + dice.One(["（搬迁）", "(个体)", "（原" + Other(firm).Name + "）", "（停产）", "(规上)", " "]), ""),
            13 => ("地名写法", OtherPlace(firm), ""),
            14 => ("错字加缺地名", Typo(firm.Brand + firm.Trade) + firm.Form, ""),
            _ => ("括号加组织形式", $"{firm.Brand}（{firm.Place}）{firm.Trade}{OtherForm(firm.Form)}", ""),
        };
        var left = Write(firm, firm.Name) with { Code = Chance(60) ? firm.Code : null };
        var right = Write(firm, name) with
        {
            FormerNames = former.Length > 0 ? [former] : [],
            Code = Chance(left.Code is null ? 40 : 10) ? firm.Code : null,
            Phone = Chance(55) ? firm.Phone : Chance(40) ? Phone() : null,
        };
        // the change of names may be known to either of the writings
        if (former.Length > 0 && Chance(30)) (left, right) = (right, left);
        return new(kind, true, left, right);
    }

    DirtyPair TwoFirms(int turn)
    {
        var firm = Invent();
        var other = Other(firm);
        var branch = words.Towns[dice.Below(words.Towns.Length)].District;
        var (kind, left, right) = (turn % 16) switch
        {
            0 => ("分公司与总公司", firm, Named(firm, firm.Name + branch + "分公司")),
            1 => ("两家分公司", Named(firm, firm.Name + branch + "分公司"), Named(other, firm.Name + Another(branch) + "分公司")),
            2 => ("一厂与二厂", Named(firm, $"{firm.Place}{firm.Brand}{firm.Trade}{dice.One(["一厂", "第一分厂", "1厂", "东厂区一车间"])}"), Named(firm, $"{firm.Place}{firm.Brand}{firm.Trade}{dice.One(["二厂", "第二分厂", "2厂", "三厂"])}")),
            3 => ("第几", Named(firm, $"{firm.Place}第{dice.One(["一", "四", "1"])}{firm.Trade}厂"), Named(other, $"{firm.Place}第{dice.One(["二", "三", "五", "2"])}{firm.Trade}厂")),
            4 => ("同一个电话", firm, other with { Town = firm.Town, Phone = firm.Phone }),
            5 => ("同一个地址", firm, other with { Town = firm.Town, Road = firm.Road, Number = firm.Number, Room = firm.Room }),
            6 => ("外地同字号", firm, Elsewhere(firm)),
            7 => ("有意差一个字", firm, other with { Town = firm.Town, SaysProvince = firm.SaysProvince, SaysDistrict = firm.SaysDistrict, Brand = OneOther(firm.Brand), Trade = firm.Trade, Form = firm.Form }),
            8 => ("同字号别的行业", firm, other with { Town = firm.Town, Brand = firm.Brand, Trade = OtherTrade(firm.Trade), Phone = firm.Phone, Road = firm.Road, Number = firm.Number }),
            9 => ("同行业别的字号", firm, other with { Town = firm.Town, SaysProvince = firm.SaysProvince, SaysDistrict = firm.SaysDistrict, Trade = firm.Trade, Form = firm.Form }),
            10 => ("集团与子公司", Named(firm, firm.Place + firm.Brand + "集团有限公司"), firm with { Phone = Chance(50) ? firm.Phone : other.Phone, Code = other.Code }),
            11 => ("营业部项目部", firm, Named(other with { Phone = firm.Phone }, firm.Name + dice.One([branch + "营业部", "第二项目部", branch + "项目部", "驻" + branch + "办事处", branch + "分厂"]))),
            12 => ("同名两个代码", firm, other with { Town = firm.Town, SaysProvince = firm.SaysProvince, SaysDistrict = firm.SaysDistrict, Brand = firm.Brand, Trade = firm.Trade, Form = firm.Form }),
            13 => ("厂与公司", Named(firm, firm.Place + firm.Brand + firm.Trade + "厂"), other with { Town = firm.Town, SaysProvince = firm.SaysProvince, SaysDistrict = firm.SaysDistrict, Brand = firm.Brand, Trade = firm.Trade, Form = "有限公司" }),
            14 => ("合作社与公司", Named(firm, $"{firm.Place}{firm.Brand}专业合作社"), other with { Town = firm.Town, Brand = firm.Brand, Form = "有限公司" }),
            _ => ("曾用名是别人的", firm, other with { Town = firm.Town }),
        };
        var coded = kind == "同名两个代码";
        var first = Write(left, NameOf(left)) with { Code = coded || Chance(60) ? left.Code : null };
        // a firm that looks alike is written as carelessly as any other
        var name = NameOf(right);
        if (Chance(15)) name = Wide(name);
        else if (Chance(15) && right.Place.Length > 0 && name.StartsWith(right.Place, StringComparison.Ordinal)) name = name[right.Place.Length..] + (Chance(50) ? $"（{right.Town.City}）" : "");
        var second = Write(right, name) with { Code = coded || Chance(60) ? NewCode(right.Town.Region) : null, Phone = Chance(80) ? right.Phone : null };
        // the former name is a name that differs from the other firm's in its brand
        if (kind == "曾用名是别人的") second = second with { FormerNames = [firm.Place + OneOther(OneOther(firm.Brand, 0), 1) + firm.Trade + firm.Form] };
        return new(kind, false, first, second);
    }

    // the parts of a firm hold no whole name: a renamed one carries it in its form, with the other parts emptied
    static Firm Named(Firm firm, string name) => firm with { Form = "=" + name };
    static string NameOf(Firm firm) => firm.Form.StartsWith('=') ? firm.Form[1..] : firm.Name;

    Firm Invent()
    {
        var town = dice.One(words.Towns);
        var district = Chance(35);
        return new(town, !district || Chance(50), district, Brand(), dice.One(words.Trades), dice.One(["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂", "经营部"]),
            dice.One(words.Roads), 1 + dice.Below(320), dice.One([null, null, "附2号", $"{1 + dice.Below(9)}栋", $"{1 + dice.Below(9)}幢{1 + dice.Below(4)}单元", "3楼", "A区"]), Phone(), NewCode(town.Region));
    }

    Firm Other(Firm than)
    {
        for (; ; )
        {
            var other = Invent();
            // two characters at least tell the brands apart: those that differ in one are a kind of their own
            if (other.Brand.Count(c => !than.Brand.Contains(c)) >= 2) return other;
        }
    }

    Firm Elsewhere(Firm firm)
    {
        var town = dice.One(words.Towns.Where(t => t.City != firm.Town.City).ToList());
        var other = Other(firm);
        return other with { Town = town, SaysProvince = true, SaysDistrict = false, Brand = firm.Brand, Trade = firm.Trade, Form = firm.Form };
    }

    string Brand()
    {
        var length = Chance(75) ? 2 : 3;
        var brand = "";
        while (brand.Length < length)
        {
            var c = words.Brand[dice.Below(words.Brand.Length)];
            if (!brand.Contains(c)) brand += c;
        }
        return Chance(4) ? "" + (char)('A' + dice.Below(26)) + (char)('A' + dice.Below(26)) + brand : brand;
    }

    WrittenFirm Write(Firm firm, string name) => new(name)
    {
        Region = Chance(70) ? firm.Town.Region : null,
        Address = Chance(15) ? null : AddressVariant(firm),
        Phone = Chance(85) ? firm.Phone : null,
    };

    string AddressVariant(Firm firm) => dice.Below(6) switch
    {
        0 => firm.Address.Replace(firm.Town.Province + "省", "").Replace(firm.Town.City + "市", ""),
        1 => Wide(firm.Address),
        2 => $"{firm.Town.City}市{firm.Town.District}{firm.Town.Kind}{firm.Road}{firm.Number}号",
        3 => firm.Address.Replace("号", "#"),
        4 => $"{firm.Road} {firm.Number} 号",
        _ => firm.Address,
    };

    // what happens to a name happens to the brand and trade: a wrong 有限公司 tells nobody anything
    string Wrong(Firm firm) => firm.Place + Typo(firm.Brand + firm.Trade) + firm.Form;

    string Typo(string text)
    {
        var at = dice.Below(text.Length);
        return text[..at] + words.Wrong[dice.Below(words.Wrong.Length)] + text[(at + 1)..];
    }

    string Homophone(Firm firm)
    {
        var text = firm.Brand + firm.Trade;
        var possible = Enumerable.Range(0, text.Length).Where(i => words.SoundsLike(text[i], dice) is not null).ToList();
        if (possible.Count == 0) return Wrong(firm);
        var at = dice.One(possible);
        return $"{firm.Place}{text[..at]}{words.SoundsLike(text[at], dice)}{text[(at + 1)..]}{firm.Form}";
    }

    string Missing(Firm firm)
    {
        var text = firm.Brand + firm.Trade;
        return firm.Place + text.Remove(dice.Below(text.Length), 1) + firm.Form;
    }

    string Doubled(Firm firm)
    {
        var at = firm.Place.Length + dice.Below(firm.Brand.Length + firm.Trade.Length);
        return firm.Name.Insert(at, firm.Name[at].ToString());
    }

    string Turned(Firm firm)
    {
        var text = firm.Brand + firm.Trade;
        var at = dice.Below(text.Length - 1);
        return $"{firm.Place}{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}{firm.Form}";
    }

    string Swapped(Firm firm) => dice.Below(3) switch
    {
        0 => firm.Brand + firm.Place + firm.Trade + firm.Form,
        1 => firm.Place + firm.Trade + firm.Brand + firm.Form,
        _ => firm.Brand + firm.Trade + firm.Place + firm.Form,
    };

    string Short(Firm firm) => dice.Below(4) switch
    {
        0 => firm.Place + firm.Brand,
        1 => firm.Brand + firm.Trade,
        2 => firm.Place + firm.Brand + "公司",
        _ => firm.Brand + firm.Trade + "公司",
    };

    string OtherPlace(Firm firm)
    {
        var rest = firm.Brand + firm.Trade + firm.Form;
        return dice.Below(3) switch
        {
            0 => $"{firm.Town.City}市{firm.Town.District}{firm.Town.Kind}{rest}",
            1 => firm.Town.Province + (firm.Town.Province == firm.Town.City ? "市" : "省") + rest,
            _ => firm.Town.District + rest,
        };
    }

    string OtherForm(string form) => form switch
    {
        "有限公司" => dice.One(["有限责任公司", "公司", ""]),
        "有限责任公司" => dice.One(["有限公司", "公司"]),
        "股份有限公司" => dice.One(["股份公司", "有限公司", "(股份)有限公司"]),
        "厂" => dice.One(["厂（个体工商户）", "工厂", ""]),
        _ => dice.One(["经营部（个体）", "", "经销部"]),
    };

    string OtherTrade(string trade)
    {
        for (; ; )
        {
            var other = dice.One(words.Trades);
            if (!other.Any(trade.Contains)) return other;
        }
    }

    string OneOther(string brand, int? where = null)
    {
        var at = where ?? dice.Below(brand.Length);
        var other = Chance(60) && words.SoundsLike(brand[at], dice) is { } alike ? alike : dice.One(words.Brand.Where(c => !brand.Contains(c)).ToList());
        return brand[..at] + other + brand[(at + 1)..];
    }

    string Another(string district) => dice.One(words.Towns.Where(t => t.District != district).ToList()).District;

    string Wide(string text) => string.Concat(text.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c)).Insert(dice.Below(text.Length), dice.One([" ", "\u3000", "\u00a0", ""]));

    string Phone() => (Chance(50) ? "138" : "023-4") + (1_000_000 + dice.Below(8_999_999));

    bool Chance(int percent) => dice.Below(100) < percent;

    /// <summary>Eighteen characters with the check character of GB 32100, worked out here.</summary>
    string NewCode(string region)
    {
        const string signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91" + region + string.Concat(Enumerable.Range(0, 9).Select(_ => signs[dice.Below(10)]));
        var (sum, weight) = (0, 1);
        foreach (var c in code)
        {
            sum += signs.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return code + signs[(31 - sum % 31) % 31];
    }
}
