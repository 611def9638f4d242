using LianMeng.Capabilities.Listings.Public;
using LianMeng.Engine.Matching;

namespace LianMeng.Capabilities.Matching;

/// <summary>What is asked, and where.</summary>
/// <param name="Kind">the direction of a match; the kind of a listing</param>
/// <param name="Subject">what a listing is about</param>
public sealed record SavedSearchQuestion(SavedSearchPlace Place, string Text, string? Kind, string? Subject)
{
    /// <summary>The page that asks it.</summary>
    public string Href => Place == SavedSearchPlace.Match ? $"/match?text={Uri.EscapeDataString(Text)}&kind={Kind}"
        : $"/listings?query={Uri.EscapeDataString(Text)}{(Kind is null ? "" : $"&kind={Kind}")}{(Subject is null ? "" : $"&subject={Subject}")}";

    /// <summary>The direction of a match; null when it is none.</summary>
    public MatchKind? Direction => Kind switch
    {
        nameof(MatchKind.Demand) => MatchKind.Demand,
        nameof(MatchKind.Supply) => MatchKind.Supply,
        _ => null,
    };

    /// <summary>What narrows it, in words.</summary>
    public string Choice => Place == SavedSearchPlace.Match ? Direction == MatchKind.Supply ? "谁在采购" : "谁能供应" : ListingSearch.WordsOf(Kind, Subject) ?? "";
}
