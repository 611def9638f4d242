using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>Lengths of some documents in tokens, and how often one of them has a token at most.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct TextLengths(int LeastCharacters, int MostCharacters, int LeastPairs, int MostPairs, int MostTimes)
{
    /// <summary>Whether all are of one length in the stream of characters.</summary>
    public bool AreOneInCharacters => LeastCharacters == MostCharacters;

    /// <summary>Whether all are of one length in the stream of pairs.</summary>
    public bool AreOneInPairs => LeastPairs == MostPairs;

    /// <summary>Whether all are of one length in both streams.</summary>
    public bool AreOne => AreOneInCharacters && AreOneInPairs;

    public static TextLengths Of(ReadOnlySpan<ushort> characters, ReadOnlySpan<ushort> pairs, ReadOnlySpan<byte> times)
    {
        var (leastCharacters, mostCharacters, leastPairs, mostPairs, mostTimes) = (int.MaxValue, 0, int.MaxValue, 0, 0);
        foreach (var length in characters) (leastCharacters, mostCharacters) = (Math.Min(leastCharacters, length), Math.Max(mostCharacters, length));
        foreach (var length in pairs) (leastPairs, mostPairs) = (Math.Min(leastPairs, length), Math.Max(mostPairs, length));
        foreach (var most in times) mostTimes = Math.Max(mostTimes, most);
        return new(leastCharacters, mostCharacters, leastPairs, mostPairs, mostTimes);
    }
}
