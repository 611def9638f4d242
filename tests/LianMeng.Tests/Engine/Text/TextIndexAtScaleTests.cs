using LianMeng.Engine.Text;

namespace LianMeng.Tests.Engine.Text;

/// <summary>
/// Segments, merges, labels and threads, on parts so small that a few dozen texts make many of them. The oracle is another way of keeping the same
/// texts: everything in one part and all asked for, so that nothing is left out; its scores are checked against the formula in <see cref="TextIndexTests"/>.
/// </summary>
public sealed class TextIndexAtScaleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task However_it_is_divided_the_answers_are_those_of_scoring_everything(int most)
    {
        for (var seed = 1u; seed <= 25; seed++)
        {
            var dice = new Dice(seed);
            var index = new TextIndex<int>(most: most);
            var kept = new Dictionary<int, (string Text, ulong Labels)>();
            for (var step = 0; step < 160; step++)
            {
                var key = dice.Below(60);
                switch (dice.Below(6))
                {
                    case 0:
                        Assert.Equal(kept.Remove(key), index.Remove(key));
                        break;
                    case 1:
                        var labels = (ulong)dice.Below(8);
                        Assert.Equal(kept.ContainsKey(key), index.Label(key, labels));
                        if (kept.TryGetValue(key, out var old)) kept[key] = (old.Text, labels);
                        break;
                    default:
                        kept[key] = (dice.Text(), (ulong)dice.Below(8));
                        index.Upsert(key, kept[key].Text, kept[key].Labels);
                        break;
                }
                if (step % 40 == 39) await Same(index, kept, dice);
            }
        }
    }

    [Fact]
    public async Task The_order_of_insertion_and_earlier_lives_do_not_matter()
    {
        var dice = new Dice(5);
        var texts = Enumerable.Range(0, 400).Select(key => (key, dice.Text(), (ulong)(1 + key % 7))).ToList();
        TextIndex<int> forwards = new(most: 8), backwards = new(most: 32), lived = new(most: 5);
        foreach (var (key, text, labels) in texts) forwards.Upsert(key, text, labels);
        foreach (var (key, text, labels) in texts.AsEnumerable().Reverse()) backwards.Upsert(key, text, labels);
        for (var key = 0; key < 600; key++) lived.Upsert(key, dice.Text());
        for (var key = 400; key < 600; key++) lived.Remove(key);
        foreach (var (key, text, labels) in texts) lived.Upsert(key, text, labels);
        await Task.WhenAll(forwards.Merged, backwards.Merged, lived.Merged);
        for (var i = 0; i < 100; i++)
        {
            var (query, anyOf) = (dice.Text(), (ulong)dice.Below(8));
            Assert.Equal(forwards.Search(query, 10, anyOf: anyOf), backwards.Search(query, 10, anyOf: anyOf));
            Assert.Equal(forwards.Search(query, 10, anyOf: anyOf), lived.Search(query, 10, anyOf: anyOf));
        }
    }

    /// <summary>Equal texts score alike: the first keys are given, of whatever part they are.</summary>
    [Fact]
    public void Ties_are_broken_by_key_across_parts()
    {
        var index = new TextIndex<int>(most: 4);
        for (var i = 0; i < 90; i++) index.Upsert(i * 37 % 90, "6061-T6 铝板");
        Assert.Equal(Enumerable.Range(0, 10), index.Search("铝板 6061", 10).Select(hit => hit.Key));
        for (var key = 0; key < 5; key++) index.Remove(key);
        Assert.Equal(Enumerable.Range(5, 10), index.Search("铝板 6061", 10).Select(hit => hit.Key));
    }

    [Fact]
    public void Long_texts_and_many_repetitions_are_counted_without_overflow()
    {
        var index = new TextIndex<int>(most: 2);
        index.Upsert(1, new string('铝', 10_000));
        index.Upsert(2, string.Concat(Enumerable.Repeat("铝合金板材", 20_000)));
        index.Upsert(3, "铝板");
        index.Upsert(4, "，。！😀😀");
        Assert.Equal(3, index.Search("铝板", 10)[0].Key);
        Assert.Equal(3, index.Search(string.Concat(Enumerable.Repeat("铝板材 6061 ", 5_000)), 10).Count);
        Assert.All(index.Search(new string('铝', 100_000), 10), hit => Assert.InRange(hit.Score, 0, 2));
    }

    [Fact]
    public void A_change_is_seen_by_the_next_search_while_merges_run()
    {
        var index = new TextIndex<int>(most: 8);
        var dice = new Dice(9);
        for (var key = 0; key < 3000; key++)
        {
            index.Upsert(key, dice.Text() + "标记");
            // a letter of another script for each
            var mark = ((char)('가' + key)).ToString();
            index.Upsert(key, mark + "铝板");
            Assert.Equal(key, Assert.Single(index.Search(mark, 5)).Key);
            if (key % 3 != 0) continue;
            index.Remove(key);
            Assert.Empty(index.Search(mark, 5));
        }
        Assert.Equal(2000, index.Count);
    }

    /// <summary>Whatever moment a reader meets: what always stands is found, what was never put in or is out for good is not, and the order is that of the scores.</summary>
    [Fact]
    public async Task Readers_and_a_writer_at_once()
    {
        var index = new TextIndex<int>(most: 16);
        for (var key = 0; key < 200; key++) index.Upsert(key, $"常在 s{key}x 铝板", 1);
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(() =>
        {
            for (var i = reader; !end.IsCancellationRequested; i++)
            {
                Assert.Equal(i % 200, index.Search($"s{i % 200}x", 1).Single().Key);
                var hits = index.Search("常在铝板铝箔", 20, anyOf: 1);
                Assert.Equal(20, hits.Count);
                Assert.All(hits, hit => Assert.InRange(hit.Key, 0, 199));
                Assert.Equal(hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key), hits);
            }
        })).ToArray();
        var dice = new Dice(3);
        for (var step = 0; step < 6000; step++)
        {
            var key = 200 + dice.Below(500);
            if (dice.Below(3) == 0) index.Remove(key);
            else index.Upsert(key, "常在铝箔" + dice.Text(), 2);
        }
        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    static async Task Same(TextIndex<int> index, Dictionary<int, (string Text, ulong Labels)> kept, Dice dice)
    {
        var oracle = new TextIndex<int>();
        foreach (var (key, (text, labels)) in kept) oracle.Upsert(key, text, labels);
        // once while merges may be running, once when they are done
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                var (query, anyOf) = (dice.Text(), (ulong)dice.Below(8));
                var all = oracle.Search(query, 1000);
                Assert.Equal(all.Where(hit => anyOf == 0 || (kept[hit.Key].Labels & anyOf) != 0).Take(5), index.Search(query, 5, anyOf: anyOf));
                Assert.Equal(all.Where(hit => hit.Key % 2 == 0).Take(5), index.Search(query, 5, key => key % 2 == 0));
                foreach (var token in Tokens(query)) Assert.Equal(oracle.DocumentFrequency(token), index.DocumentFrequency(token));
            }
            await index.Merged;
        }
        Assert.Equal(kept.Count, index.Count);
    }

    static List<ulong> Tokens(string text)
    {
        var tokens = new List<ulong>();
        TextTokens.Bigrams(ShortText.Normalise(text), tokens);
        return tokens;
    }
}
