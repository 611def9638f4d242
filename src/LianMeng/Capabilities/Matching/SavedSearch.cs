using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Matching;

/// <summary>保存的查找: a question that one person asks again and again, and wants to be told of when something new answers it. It lies in the district that the person writes to.</summary>
public sealed class SavedSearch : IDistrictOwned, IVersioned
{
    public const int MostOfPerson = 20, NameLimit = 40, ChoiceLimit = 20;

    private SavedSearch() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Unique for a person.</summary>
    public string Name { get; private set; } = "";

    public SavedSearchPlace Place { get; private set; }

    /// <summary>The sentence, or the words looked for in the list.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The direction of a match; the kind of a listing.</summary>
    public string? Kind { get; private set; }

    /// <summary>What a listing is about.</summary>
    public string? Subject { get; private set; }

    public DateTime SavedAt { get; private set; }

    public SavedSearchQuestion Question => new(Place, Text, Kind, Subject);

    public static SavedSearch Of(Guid districtId, Guid userId, string name, SavedSearchQuestion question, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), DistrictId = districtId, UserId = userId, Name = name, Place = question.Place, Text = question.Text, Kind = question.Kind, Subject = question.Subject, SavedAt = now,
    };

    public void Rename(string name) => Name = name;
}
