using LianMeng.Engine.Standards;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>
/// Whether two writings mean one firm. The code decides where both have one; a name decides only together with its place, form and
/// part; one shared telephone or one shared address alone never does.
/// </summary>
public static class DuplicateJudge
{
    public static DuplicateJudgement Judge(FirmIdentity left, FirmIdentity right) => Judge(FirmProfile.Of(left), FirmProfile.Of(right));

    public static DuplicateJudgement Judge(FirmProfile left, FirmProfile right)
    {
        if (CodesAgree(left.Identity, right.Identity) is { } agreed) return agreed;
        var evidence = Evidence.Of(left, right);
        DuplicateJudgement? best = null;
        for (var i = 0; i < left.Names.Count; i++)
        {
            for (var j = 0; j < right.Names.Count; j++)
            {
                var judged = NameJudge.Judge(left, left.Names[i], right, right.Names[j], evidence);
                if (i + j > 0 && judged.Verdict != DuplicateVerdict.New)
                    judged = judged with { Reasons = [$"对的是曾用名“{(i > 0 ? left.Names[i] : right.Names[j]).Whole}”", .. judged.Reasons] };
                if (best is null || judged.Verdict > best.Verdict || (judged.Verdict == best.Verdict && judged.Weight > best.Weight)) best = judged;
            }
        }

        return best!;
    }

    private static DuplicateJudgement? CodesAgree(FirmIdentity left, FirmIdentity right)
    {
        if (left.Uscc is { } code && right.Uscc == code) return new(DuplicateVerdict.Same, ["统一社会信用代码相同"], 1);
        if (left.Uscc is { } mine && right.FormerCodes.Contains(mine, StringComparer.Ordinal)) return new(DuplicateVerdict.Same, [$"代码 {mine} 是对方用过的代码"], 1);
        if (right.Uscc is { } theirs && left.FormerCodes.Contains(theirs, StringComparer.Ordinal)) return new(DuplicateVerdict.Same, [$"代码 {theirs} 是对方用过的代码"], 1);
        return null;
    }

    /// <summary>What else speaks for and against, whatever the names say.</summary>
    internal sealed record Evidence(bool OtherCode, bool SamePhone, bool OtherPhone, bool SameAddress, bool OtherAddress, bool OtherRegion, List<string> For)
    {
        /// <summary>Nothing but the names is alike, and both the telephone and the address speak against.</summary>
        public bool IsAgainst => OtherPhone && OtherAddress;

        public bool Supports => SamePhone || SameAddress;

        public static Evidence Of(FirmProfile left, FirmProfile right)
        {
            var (a, b) = (left.Identity, right.Identity);
            var phones = a.PhoneDigest is not null && b.PhoneDigest is not null;
            var addresses = left.Address is not null && right.Address is not null;
            var samePhone = phones && a.PhoneDigest == b.PhoneDigest;
            var sameAddress = addresses && left.Address!.IsAt(right.Address!);
            var otherRegion = left.Region is { } one && right.Region is { } two && !PlaceNames.IsIn(one, two) && !PlaceNames.IsIn(two, one);
            var supports = new List<string>();
            if (samePhone) supports.Add("联系电话相同");
            if (sameAddress) supports.Add($"地址都在{left.Address}");
            return new(a.Uscc is not null && b.Uscc is not null, samePhone, phones && !samePhone, sameAddress, addresses && !sameAddress, otherRegion, supports);
        }
    }
}
