using System.Runtime.InteropServices;

namespace LianMeng.Engine.Text;

/// <summary>A text's different tokens with how often they occur (255 at most), its length in each stream, and how often its most frequent token occurs.</summary>
readonly record struct TextCut((ulong Token, int Times)[] Tokens, ushort Characters, ushort Pairs, byte Most)
{
    /// <param name="normalised">Output of <see cref="ShortText.Normalise"/>.</param>
    /// <param name="room">Working memory.</param>
    public static TextCut Of(ReadOnlySpan<char> normalised, List<ulong> room)
    {
        room.Clear();
        var (characters, pairs) = TextTokens.Both(normalised, room);
        var sorted = CollectionsMarshal.AsSpan(room);
        sorted.Sort();
        var different = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) different++;
        var tokens = new (ulong, int)[different];
        var most = 0;
        for (int i = 0, at = 0; i < sorted.Length;)
        {
            var start = i;
            while (++i < sorted.Length && sorted[i] == sorted[start]) { }
            var times = Math.Min(byte.MaxValue, i - start);
            tokens[at++] = (sorted[start], times);
            most = Math.Max(most, times);
        }
        return new(tokens, (ushort)Math.Min(characters, ushort.MaxValue), (ushort)Math.Min(pairs, ushort.MaxValue), (byte)most);
    }
}
