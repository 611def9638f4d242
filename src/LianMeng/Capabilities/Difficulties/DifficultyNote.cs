using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>What somebody adds on the way: progress for the firm to read, or a word among those who handle it.</summary>
public sealed class DifficultyNote : IDistrictOwned
{
    public const int TextLimit = 1000;

    private DifficultyNote() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid DifficultyId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Among those who handle it: the firms do not read it.</summary>
    public bool IsInternal { get; private set; }
    public Guid? WrittenBy { get; private set; }

    /// <summary>The unit or firm whose people wrote it; null for officers and secretaries.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    internal static DifficultyNote Write(Difficulty difficulty, string text, bool isInternal, Guid? person, Guid? organisation, DateTime now)
        => new() { Id = Guid.CreateVersion7(), DistrictId = difficulty.DistrictId, DifficultyId = difficulty.Id, Text = text, IsInternal = isInternal, WrittenBy = person, OrganisationId = organisation, WrittenAt = now };
}
