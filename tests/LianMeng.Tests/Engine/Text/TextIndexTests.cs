using LianMeng.Engine.Text;

namespace LianMeng.Tests.Engine.Text;

public sealed class TextIndexTests
{
    [Theory]
    [InlineData("LG3003", "b")]
    [InlineData("lg-3003 板", "b")]
    [InlineData("6061T6", "a")]
    [InlineData("adc 12", "c")]
    [InlineData("压铸", "c")]
    public void Model_numbers_meet_however_they_are_divided(string query, string expected)
    {
        var index = Of(("a", "6061-T6 铝板"), ("b", "LG 3003 铝卷"), ("c", "ADC12 压铸铝锭"), ("d", "铝材 3004"));
        Assert.Equal(expected, index.Search(query, 10)[0].Key);
    }

    [Fact]
    public void Nothing_in_common_is_not_found()
    {
        var index = Of(("a", "铝板"), ("b", "钢管"));
        Assert.Empty(index.Search("海绵 xyz", 10));
        Assert.Empty(index.Search("", 10));
        Assert.Empty(index.Search("铝板", 0));
        Assert.Empty(new TextIndex<string>().Search("铝板", 10));
    }

    [Fact]
    public void A_removed_document_is_gone_at_once_and_a_replaced_one_answers_to_its_new_words()
    {
        var index = Of(("a", "铝板"), ("b", "铝箔"));
        Assert.True(index.Remove("a"));
        Assert.False(index.Remove("a"));
        index.Upsert("b", "钢管");
        Assert.Empty(index.Search("铝板铝箔", 10));
        Assert.Equal("b", index.Search("钢管", 10).Single().Key);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Only_allowed_documents_are_given()
    {
        var index = Of(("a", "铝板"), ("b", "铝板"), ("c", "铝板"));
        Assert.Equal(["a", "c"], index.Search("铝板", 2, key => key != "b").Select(hit => hit.Key));
    }

    /// <summary>Any sequence of additions, replacements and removals leaves what a fresh build has, scores to the last bit.</summary>
    [Fact]
    public void Changes_equal_a_fresh_build_and_order_does_not_matter()
    {
        for (var seed = 1u; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            var changed = new TextIndex<int>();
            var kept = new Dictionary<int, string>();
            for (var step = 0; step < 80; step++)
            {
                var key = dice.Below(15);
                if (dice.Below(3) == 0) Assert.Equal(kept.Remove(key), changed.Remove(key));
                else changed.Upsert(key, kept[key] = dice.Text());
            }
            var fresh = new TextIndex<int>();
            foreach (var (key, text) in kept.OrderByDescending(pair => pair.Key)) fresh.Upsert(key, text);
            for (var i = 0; i < 5; i++)
            {
                var query = dice.Text();
                Assert.Equal(fresh.Search(query, 6), changed.Search(query, 6));
            }
        }
    }

    /// <summary>The index against the formula of BM25 written out over whole texts, without postings, heap or packing.</summary>
    [Fact]
    public void Scores_are_the_formula_s()
    {
        for (var seed = 1u; seed <= 40; seed++)
        {
            var dice = new Dice(seed);
            var texts = Enumerable.Range(0, 12).Select(_ => dice.Text()).ToArray();
            var index = new TextIndex<int>();
            for (var i = 0; i < texts.Length; i++) index.Upsert(i, texts[i]);
            var query = dice.Text();
            var characters = Formula(texts, query, TextTokens.Characters);
            var bigrams = Formula(texts, query, TextTokens.Bigrams);
            var expected = Enumerable.Range(0, texts.Length).Select(i => (Key: i, Score: 0.5 * characters[i] + 0.5 * bigrams[i]))
                .Where(pair => pair.Score > 0).OrderByDescending(pair => Math.Round(pair.Score, 5)).ThenBy(pair => pair.Key).ToArray();
            var found = index.Search(query, 100);
            Assert.Equal(expected.Length, found.Count);
            foreach (var hit in found) Assert.Equal(expected.Single(pair => pair.Key == hit.Key).Score, hit.Score, 1e-4);
            Assert.Equal(found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key), found);
        }
    }

    [Fact]
    public void The_public_measure_is_reached()
    {
        var index = new TextIndex<string>();
        foreach (var row in RetrievalData.Rows("corpus.tsv")) index.Upsert(row[0], row[1]);
        var relevant = RetrievalData.Rows("qrels.tsv").Where(row => row[2] != "0").ToLookup(row => row[0], row => row[1]);
        var queries = RetrievalData.Rows("queries.tsv").ToList();
        var sum = 0.0;
        foreach (var query in queries)
        {
            var place = index.Search(query[1], 10).Select(hit => hit.Key).ToList().FindIndex(id => relevant[query[0]].Contains(id));
            if (place >= 0) sum += 1.0 / (place + 1);
        }
        Assert.True(sum / queries.Count >= 0.80, $"MRR@10 is {sum / queries.Count:F4}");
    }

    static double[] Formula(string[] texts, string query, Action<ReadOnlySpan<char>, List<ulong>> cut)
    {
        const double k1 = 0.5, b = 0.75;
        var documents = texts.Select(Cut).ToArray();
        var average = documents.Average(document => document.Count);
        var scores = documents.Select(document => Cut(query).Sum(token =>
        {
            var frequency = document.Count(other => other == token);
            var containing = documents.Count(other => other.Contains(token));
            return Weight(containing) * frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * document.Count / average));
        })).ToArray();
        var whole = Math.Max(1e-9, Cut(query).Select(token => documents.Count(other => other.Contains(token))).Where(containing => containing > 0).Sum(Weight));
        return [.. scores.Select(score => score / whole)];

        double Weight(int containing) => Math.Log(1 + (documents.Length - containing + 0.5) / (containing + 0.5));

        List<ulong> Cut(string text)
        {
            var tokens = new List<ulong>();
            cut(ShortText.Normalise(text), tokens);
            return tokens;
        }
    }

    static TextIndex<string> Of(params (string Key, string Text)[] documents)
    {
        var index = new TextIndex<string>(StringComparer.Ordinal);
        foreach (var (key, text) in documents) index.Upsert(key, text);
        return index;
    }
}
