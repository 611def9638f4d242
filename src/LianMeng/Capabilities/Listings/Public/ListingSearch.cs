using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings.Public;

/// <summary>Open listings that the actor sees, found as the list finds them: for a question that was saved.</summary>
public sealed class ListingSearch(ListListings list)
{
    /// <returns>the newest first; none for a question that the list does not understand or the actor may not ask</returns>
    public async Task<IReadOnlyList<Guid>> FindAsync(string? text, string? kind, string? subject, int most, CancellationToken cancellation)
    {
        if (WordsOf(kind, subject) is null) return [];
        var filter = new ListListings.Filter { Query = text, Kind = Read<ListingKind>(kind), Subject = Read<ListingSubject>(subject), PageSize = most };
        return (await list.RunAsync(filter, cancellation)).Value?.Items.Select(row => row.Id).ToList() ?? [];
    }

    /// <summary>The two filters in words: "需求、副产品"; empty when neither is set, null when one is unknown.</summary>
    public static string? WordsOf(string? kind, string? subject)
    {
        if ((kind is not null && Read<ListingKind>(kind) is null) || (subject is not null && Read<ListingSubject>(subject) is null)) return null;
        return string.Join('、', new[] { Words(Read<ListingKind>(kind)), Words(Read<ListingSubject>(subject)) }.Where(word => word.Length > 0));
    }

    private static string Words(Enum? value) => value is null ? "" : ListExport.Words(value);

    // names alone: Enum.TryParse takes every number
    private static T? Read<T>(string? name) where T : struct, Enum => Enum.GetValues<T>().Where(v => v.ToString() == name).Select(v => (T?)v).FirstOrDefault();
}
