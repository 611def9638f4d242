namespace LianMeng.Tests.World;

/// <summary>Counts answers; a broken one, or a refusal without a Chinese word, fails.</summary>
internal sealed class AnswerTally
{
    private readonly SortedDictionary<int, int> byStatus = [];

    public async Task AddAsync(HttpResponseMessage answer, string what)
    {
        var status = (int)answer.StatusCode;
        Assert.True(status < 500, $"{what[..Math.Min(200, what.Length)]}: {status}");
        byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
        if (status < 400) return;
        var words = await answer.Content.ReadAsStringAsync();
        Assert.True(words.Any(c => c is >= '一' and <= '龥'), $"{what[..Math.Min(200, what.Length)]}: {status} without a word: {words[..Math.Min(200, words.Length)]}");
    }

    public void Say(string what)
    {
        Assert.True(byStatus.Keys.Any(s => s >= 400), "nothing was refused");
        Counts.Say(11, $"{byStatus.Values.Sum()} values for {what}, 0 broken ({string.Join(", ", byStatus.Select(s => $"{s.Key}: {s.Value}"))})");
    }
}
