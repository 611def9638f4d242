using System.Globalization;
using LianMeng.Engine.Matching.Duplicates;
using Xunit;

namespace LianMeng.Tests.Engine.Matching.Duplicates;

/// <summary>The judge and the candidate keys on pairs that know nothing of them: precision at "same", recall at "same or ask".</summary>
public class DuplicateJudgeTests(ITestOutputHelper output)
{
    const int Pairs = 3200;

    public static TheoryData<string, uint> Sets => new() { { "seen", 20261122u }, { "seen", 7u }, { "held out", 31u } };

    [Theory, MemberData(nameof(Sets))]
    public void PrecisionAndRecall(string vocabulary, uint seed)
    {
        var words = vocabulary == "seen" ? DirtyWords.Seen : DirtyWords.HeldOut;
        var tally = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        int same = 0, wrong = 0, found = 0, foundSame = 0, unkeyed = 0, asked = 0, positives = 0;
        var examples = new List<string>();
        foreach (var pair in new DirtyPairs(words, seed).Take(Pairs))
        {
            var (left, right) = (FirmProfile.Of(Identity(pair.Left)), FirmProfile.Of(Identity(pair.Right)));
            var judged = DuplicateJudge.Judge(left, right);
            // what no key finds is never judged; an equal code is looked up by itself
            var isFound = DuplicateKeys.Of(left).Overlaps(DuplicateKeys.Asking(right)) || (pair.Left.Code is { } code && code == pair.Right.Code);
            var verdict = isFound ? judged.Verdict : DuplicateVerdict.New;
            var counts = tally.TryGetValue($"{(pair.IsSame ? "one " : "two ")} {pair.Kind}", out var known) ? known : tally[$"{(pair.IsSame ? "one " : "two ")} {pair.Kind}"] = new int[4];
            counts[(int)verdict]++;
            if (!isFound && judged.Verdict != DuplicateVerdict.New) counts[3]++;
            if (verdict == DuplicateVerdict.Same) same++;
            if (pair.IsSame)
            {
                positives++;
                if (verdict != DuplicateVerdict.New) found++;
                if (verdict == DuplicateVerdict.Same) foundSame++;
                if (!isFound && judged.Verdict != DuplicateVerdict.New) unkeyed++;
            }
            else if (verdict == DuplicateVerdict.Same) wrong++;
            else if (verdict == DuplicateVerdict.Ask) asked++;
            if (examples.Count(e => e.StartsWith(pair.Kind, StringComparison.Ordinal)) < 6 && (pair.IsSame ? verdict == DuplicateVerdict.New : verdict == DuplicateVerdict.Same))
                examples.Add($"{pair.Kind}: {Line(pair.Left)} | {Line(pair.Right)} -> {judged.Verdict}{(isFound ? "" : " (no key)")} {string.Join('；', judged.Reasons)}");
        }

        var precision = 1 - wrong / (double)same;
        var recall = found / (double)positives;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vocabulary} {seed}: {Pairs} pairs; precision at same {precision:F4} ({wrong} of {same} wrong), recall at same or ask {recall:F4}, at same {foundSame / (double)positives:F4}, lost by the keys {unkeyed}, two firms asked about {asked / (double)(Pairs - positives):F4}"));
        output.WriteLine($"{"",28} new  ask same (of new: no key)");
        foreach (var (kind, counts) in tally) output.WriteLine($"{kind,-28}{counts[0],5}{counts[1],5}{counts[2],5}{counts[3],5}");
        foreach (var example in examples) output.WriteLine(example);
        Assert.InRange(precision, 0.99, 1);
        Assert.InRange(recall, 0.95, 1);
    }

    static string Line(WrittenFirm firm) => string.Join(' ', [firm.Name, .. firm.FormerNames, firm.Code, firm.Region, firm.Address, firm.Phone]);

    internal static FirmIdentity Identity(WrittenFirm firm) => new(firm.Name)
    {
        FormerNames = firm.FormerNames,
        Uscc = firm.Code,
        RegionCode = firm.Region,
        Address = firm.Address,
        PhoneDigest = firm.Phone,
    };
}
