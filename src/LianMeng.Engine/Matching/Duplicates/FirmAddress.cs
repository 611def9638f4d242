using System.Text.RegularExpressions;
using LianMeng.Engine.Text;

namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>What of an address tells places apart: the road and the number on it, and the part of the building.</summary>
/// <param name="Road">with 路, 大道, 村 and the like, without the places before it</param>
/// <param name="Number">as digits: 88, 88-2</param>
/// <param name="Part">栋, 单元, 附…号, in the order they are written; empty without</param>
internal sealed partial record FirmAddress(string Road, string Number, string Part)
{
    /// <summary>Null where it names no road with a number.</summary>
    public static FirmAddress? Read(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var text = string.Concat(ShortText.Normalise(address).Where(c => c is not ' ' and not ',' and not '.')).Replace('#', '号');
        var match = Place().Match(text);
        if (!match.Success) return null;
        return new(match.Groups["road"].Value, match.Groups["number"].Value.TrimStart('0'), string.Concat(Rest().Matches(text[(match.Index + match.Length)..]).Select(m => m.Value)));
    }

    /// <summary>The same road and number; the part only where both say one.</summary>
    public bool IsAt(FirmAddress other) => Number == other.Number && Road == other.Road && (Part.Length == 0 || other.Part.Length == 0 || Part == other.Part);

    public override string ToString() => $"{Road}{Number}号";

    // 街道 is a place before the road, 街 may be the road
    [GeneratedRegex("(?<road>[^省市区县镇乡盟旗号栋幢楼0-9()]{1,14}?(大道|大街|公路|马路|路|街(?!道)|巷|弄|村|社区|组|园|段|桥|湾|沟|坝))(?<number>[0-9]+(-[0-9]+)*)(号|组|社|$|(?=[附栋幢]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("附?[0-9a-z]+-?[0-9]*(号|栋|幢|单元|楼|层|室|座|区)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rest();
}
