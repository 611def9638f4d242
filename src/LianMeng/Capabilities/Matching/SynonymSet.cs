using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Matching;

/// <summary>同义词: words that mean the same to those who ask in a district; of the city itself, to everybody. Product words, no names of people or firms.</summary>
public sealed class SynonymSet : IDistrictOwned, IVersioned
{
    public const int MostWords = 8, WordLimit = 30, MostOfDistrict = 500, WordsLimit = MostWords * (WordLimit + 1);

    private SynonymSet() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>One a line, as they were written.</summary>
    public string WordLines { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }

    public IReadOnlyList<string> Words => WordLines.Split('\n');

    public static SynonymSet Of(Guid districtId, IReadOnlyList<string> words, DateTime now)
    {
        var set = new SynonymSet { Id = Guid.CreateVersion7(), DistrictId = districtId };
        set.Say(words, now);
        return set;
    }

    public void Say(IReadOnlyList<string> words, DateTime now) => (WordLines, ChangedAt) = (string.Join('\n', words), now);
}
