using LianMeng.Engine.Standards;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>The verdict on two names, with what else is known of the two firms.</summary>
internal static class NameJudge
{
    private enum Likeness { None, OneCharacter, SoundsAlike, Turned, Part, Alike, Exact }

    public static DuplicateJudgement Judge(FirmProfile left, FirmName a, FirmProfile right, FirmName b, DuplicateJudge.Evidence evidence)
    {
        if (a.Branch != b.Branch) return New(a.Branch.Length > 0 && b.Branch.Length > 0 ? $"“{a.Branch}”与“{b.Branch}”是两个机构" : $"一个是“{a.Branch}{b.Branch}”，分支机构与它所属的企业分别登记");
        if (a.Ordinal != b.Ordinal) return New("名称中的序号不同");

        var (likeness, words) = Compare(a, b);
        if (likeness == Likeness.None) return New("名称不同");

        var place = Places(left, a, right, b);
        if (place == Agreement.Against && !(evidence.SamePhone && evidence.SameAddress)) return New("名称中的地名不同");

        List<string> reasons = [words, .. evidence.For];
        if (Obstacle(a, b, place, evidence) is { } obstacle) reasons.Add(obstacle);
        var weight = ((int)likeness + (evidence.SamePhone ? 1 : 0) + (evidence.SameAddress ? 1 : 0) + (place == Agreement.For ? 1 : 0) - (evidence.OtherCode ? 2 : 0)) / 10.0;
        return new(Verdict(likeness, a, b, place, evidence), reasons, Math.Clamp(weight, 0.05, 0.95));
    }

    private static DuplicateVerdict Verdict(Likeness likeness, FirmName a, FirmName b, Agreement place, DuplicateJudge.Evidence evidence)
    {
        // two codes are two firms until somebody finds one of them wrong: that is asked only where the name leaves nothing else
        if (evidence.OtherCode) return likeness >= Likeness.Alike && SameForm(a, b) && place != Agreement.Against ? DuplicateVerdict.Ask : DuplicateVerdict.New;
        var clean = SameForm(a, b) && a.Remark == b.Remark;
        return likeness switch
        {
            Likeness.Exact when clean && place is Agreement.For or Agreement.Neither => evidence.OtherRegion && !evidence.Supports ? DuplicateVerdict.Ask : DuplicateVerdict.Same,
            Likeness.Alike when clean && !evidence.IsAgainst && (place == Agreement.For || (place == Agreement.Neither && !evidence.OtherRegion)) => DuplicateVerdict.Same,
            Likeness.Exact or Likeness.Alike when clean && place == Agreement.Open && evidence.Supports => DuplicateVerdict.Same,
            Likeness.Exact or Likeness.Alike => Ask(!evidence.IsAgainst || place == Agreement.For),
            Likeness.Part => Ask(!evidence.IsAgainst && GroupsAgree(a, b) && (place == Agreement.For || evidence.Supports)),
            Likeness.Turned => Ask(!evidence.IsAgainst),
            Likeness.SoundsAlike => Ask(!evidence.IsAgainst && place != Agreement.Against),
            // three characters of an own name say more than two
            _ => Ask(evidence.Supports || (!evidence.IsAgainst && Math.Min(a.Brand.Length, b.Brand.Length) >= 3 && a.Trade == b.Trade && place is Agreement.For or Agreement.Neither)),
        };
    }

    private static DuplicateVerdict Ask(bool asks) => asks ? DuplicateVerdict.Ask : DuplicateVerdict.New;

    private static string? Obstacle(FirmName a, FirmName b, Agreement place, DuplicateJudge.Evidence evidence) =>
        evidence.OtherCode ? "但统一社会信用代码不同"
        : !SameForm(a, b) ? "但组织形式不同"
        : a.Remark != b.Remark ? "但括号里写的不同"
        : place == Agreement.Open ? "地名只有一方写全"
        : evidence.IsAgainst ? "但电话和地址都不同"
        : null;

    // 鸿运铝业 is short for 鸿运铝业有限公司 as well as for 鸿运铝业厂
    private static bool SameForm(FirmName a, FirmName b) => a.Form == b.Form || a.Form == FirmForm.Unsaid || b.Form == FirmForm.Unsaid;

    private static bool GroupsAgree(FirmName a, FirmName b) => SameForm(a, b) || (a.Form != FirmForm.Group && b.Form != FirmForm.Group);

    /// <summary>How the places of the two agree.</summary>
    private enum Agreement { Against, Open, Neither, For }

    private static Agreement Places(FirmProfile left, FirmName a, FirmProfile right, FirmName b)
    {
        if (a.Place is null && b.Place is null) return Agreement.Neither;
        if (a.Place == b.Place) return Agreement.For;
        if (a.Place is null || b.Place is null)
        {
            var (said, region) = a.Place is null ? (b.Place!, left.Region) : (a.Place, right.Region);
            return region is null || PlaceNames.IsIn(region, said) || PlaceNames.IsIn(said, region) ? Agreement.Open : Agreement.Against;
        }

        // 重庆 and 重庆铜梁: one lies in the other
        return PlaceNames.IsIn(a.Place, b.Place) || PlaceNames.IsIn(b.Place, a.Place) ? Agreement.Open : Agreement.Against;
    }

    private static (Likeness, string) Compare(FirmName a, FirmName b)
    {
        if (a.Whole == b.Whole) return (Likeness.Exact, "名称相同");
        if (a.Core == b.Core) return (Likeness.Alike, $"除地名、组织形式和括号外，名称都是“{a.Core}”");
        var sameBrand = a.Brand == b.Brand && a.Brand.Length >= 2;
        if (a.Bag == b.Bag && sameBrand) return (Likeness.Alike, "名称只是词序不同");
        if (sameBrand && a.Trade == b.Trade) return (Likeness.Part, $"字号“{a.Brand}”和行业相同");
        if (sameBrand && (a.Trade.Length == 0 || b.Trade.Length == 0)) return (Likeness.Part, $"字号“{a.Brand}”相同，一方没有写行业");
        if (sameBrand && (a.Trade.Contains(b.Trade, StringComparison.Ordinal) || b.Trade.Contains(a.Trade, StringComparison.Ordinal))) return (Likeness.Part, $"字号“{a.Brand}”相同，行业相近");
        // two characters in common say nothing: 鸿运 and 鸿达
        if (Math.Min(a.Core.Length, b.Core.Length) < 3) return (Likeness.None, "");
        if (a.Bag == b.Bag) return (Likeness.Turned, "名称的字相同，次序不同");
        if (OneEdit(a.Core, b.Core) is not var (at, one, other)) return (Likeness.None, "");
        if (one == '\0' || other == '\0') return (Likeness.Turned, "名称只多一个字");
        // a slip behind the own name is a slip; one within it may be another firm's name
        var own = Math.Min(a.Brand.Length, b.Brand.Length);
        var words = char.IsSurrogate(one) || char.IsSurrogate(other) ? "名称只差一个字" : $"名称只差一个字：“{one}”与“{other}”";
        return ((own >= 2 && at >= own) || SoundAlike.Near(one).Contains(other) ? Likeness.SoundsAlike : Likeness.OneCharacter, words);
    }

    /// <summary>Where two texts differ in one character, and the two characters: a zero where one lacks it; null where they differ in more.</summary>
    private static (int At, char One, char Other)? OneEdit(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return null;
        var (start, end) = (0, 0);
        var least = Math.Min(a.Length, b.Length);
        while (start < least && a[start] == b[start]) start++;
        while (end < least - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return (a.Length - start - end, b.Length - start - end) switch
        {
            (1, 1) => (start, a[start], b[start]),
            (1, 0) => (start, a[start], '\0'),
            (0, 1) => (start, '\0', b[start]),
            _ => null,
        };
    }

    private static DuplicateJudgement New(string reason) => new(DuplicateVerdict.New, [reason], 0);
}
