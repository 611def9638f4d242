using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Tests.Engine.Standards;
using Xunit;

namespace LianMeng.Tests.Engine.Matching.Duplicates;

/// <summary>The rules one by one, and names of firms that exist.</summary>
public class DuplicatePrincipleTests(ITestOutputHelper output)
{
    const string CodeA = "91500151MA5U0AAA01", CodeB = "91500151MA5U0BBB02";

    [Theory]
    [InlineData("重庆鸿运铝业有限公司", "重庆市鸿运铝业有限责任公司", DuplicateVerdict.Same)]
    [InlineData("重庆鸿运铝业有限公司", "鸿运铝业（重庆）有限公司", DuplicateVerdict.Same)]
    [InlineData("重庆ＡＢＣ 铝业有限公司", "重庆abc铝业有限公司", DuplicateVerdict.Same)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿运铝业有限公司（原重庆红星铝制品厂）", DuplicateVerdict.Same)]
    [InlineData("重庆红星铝制品厂", "重庆鸿运铝业有限公司（原重庆红星铝制品厂）", DuplicateVerdict.Same)]
    [InlineData("重庆鸿运铝业有限公司", "鸿运铝业有限公司", DuplicateVerdict.Ask)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿运铝业厂", DuplicateVerdict.Ask)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿云铝业有限公司", DuplicateVerdict.Ask)]
    [InlineData("重庆鸿运铝业有限公司", "重庆运鸿铝业有限公司", DuplicateVerdict.Ask)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿运", DuplicateVerdict.Ask)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿达铝业有限公司", DuplicateVerdict.New)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿运建材有限公司", DuplicateVerdict.New)]
    [InlineData("重庆鸿运铝业有限公司", "成都鸿运铝业有限公司", DuplicateVerdict.New)]
    [InlineData("重庆鸿运铝业有限公司", "重庆鸿运铝业有限公司铜梁分公司", DuplicateVerdict.New)]
    [InlineData("重庆鸿运铝业有限公司璧山分公司", "重庆鸿运铝业有限公司铜梁分公司", DuplicateVerdict.New)]
    [InlineData("重庆鸿运铝业一厂", "重庆鸿运铝业二厂", DuplicateVerdict.New)]
    [InlineData("重庆第一机床厂", "重庆第二机床厂", DuplicateVerdict.New)]
    [InlineData("重庆鸿运集团有限公司", "重庆鸿运铝业有限公司", DuplicateVerdict.New)]
    [InlineData("永兴铝业有限公司", "永兴铝业有限责任公司", DuplicateVerdict.Same)]
    public void Names(string left, string right, DuplicateVerdict expected)
    {
        var judged = DuplicateJudge.Judge(new FirmIdentity(left), new FirmIdentity(right));
        Assert.True(expected == judged.Verdict, $"{judged.Verdict}: {string.Join('；', judged.Reasons)}");
        Assert.Equal(judged.Verdict, DuplicateJudge.Judge(new FirmIdentity(right), new FirmIdentity(left)).Verdict);
        Assert.NotEmpty(judged.Reasons);
    }

    [Fact]
    public void CodesDecideAndTwoCodesAreNeverOneFirm()
    {
        FirmIdentity Coded(string name, string code, string[]? former = null) => new(name) { Uscc = code, FormerCodes = former ?? [], PhoneDigest = "p", Address = "龙门路88号" };
        DuplicateVerdict Of(FirmIdentity a, FirmIdentity b) => DuplicateJudge.Judge(a, b).Verdict;
        Assert.Equal(DuplicateVerdict.Same, Of(Coded("重庆鸿运铝业有限公司", CodeA), Coded("完全另外的名字厂", CodeA)));
        Assert.Equal(DuplicateVerdict.Same, Of(Coded("重庆鸿运铝业有限公司", CodeA), Coded("完全另外的名字厂", CodeB, [CodeA])));
        Assert.Equal(DuplicateVerdict.Ask, Of(Coded("重庆鸿运铝业有限公司", CodeA), Coded("重庆鸿运铝业有限公司", CodeB)));
        Assert.Equal(DuplicateVerdict.New, Of(Coded("重庆鸿运铝业有限公司", CodeA), Coded("重庆鸿云铝业有限公司", CodeB)));
    }

    [Fact]
    public void OneTelephoneOrOneAddressNamesNobody()
    {
        var one = new FirmIdentity("重庆鸿运铝业有限公司") { PhoneDigest = "p", Address = "铜梁区龙门路88号" };
        Assert.Equal(DuplicateVerdict.New, DuplicateJudge.Judge(one, new("重庆佳顺五金厂") { PhoneDigest = "p" }).Verdict);
        Assert.Equal(DuplicateVerdict.New, DuplicateJudge.Judge(one, new("重庆佳顺五金厂") { Address = "龙门路88号" }).Verdict);
        // with the name they settle what the name leaves open
        Assert.Equal(DuplicateVerdict.Same, DuplicateJudge.Judge(one, new("鸿运铝业有限公司") { Address = "重庆市铜梁区 龙门路８８＃" }).Verdict);
        Assert.Equal(DuplicateVerdict.Ask, DuplicateJudge.Judge(one, new("重庆鸿立铝业有限公司") { PhoneDigest = "p" }).Verdict);
    }

    /// <summary>Listed companies are all different firms: none may be taken for another, few may be asked about, and each is found under a slip of the pen.</summary>
    [Fact]
    public void ListedCompaniesAreTold()
    {
        var names = TestTable.Read("chain/companies.tsv").Select(row => row[3].Trim()).Where(name => name.Length >= 4).Distinct(StringComparer.Ordinal).ToList();
        var index = new DuplicateIndex<string>();
        foreach (var name in names) index.Add(name, new FirmIdentity(name));
        var pairs = index.Pairs().ToList();
        var same = pairs.Where(p => p.Judgement.Verdict == DuplicateVerdict.Same).ToList();
        output.WriteLine($"{names.Count} companies: {index.Judged} pairs judged, {same.Count} same, {pairs.Count - same.Count} asked about");
        foreach (var (left, right, judgement) in same.Concat(pairs.Take(20))) output.WriteLine($"{judgement.Verdict} {left} | {right}: {string.Join('；', judgement.Reasons)}");

        var missed = new List<string>();
        foreach (var name in names.Where((_, i) => i % 3 == 0))
        {
            // one character of the name gone, somewhere in its middle
            var written = name.Remove(name.Length / 3, 1);
            if (!index.Find(FirmProfile.Of(new(written))).Any(f => f.Id == name)) missed.Add(written);
        }

        output.WriteLine($"not found with a character missing: {missed.Count} of {names.Count / 3}; {string.Join('、', missed.Take(15))}");
        Assert.Empty(same);
        Assert.InRange(pairs.Count, 0, names.Count / 50);
        // with a name alone, a slip in 集团 or in an own name of three characters leaves nothing to ask about
        Assert.InRange(missed.Count, 0, names.Count / 3 / 7);
    }
}
