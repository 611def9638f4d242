namespace LianMeng.Tests.Engine.Matching.Duplicates;

/// <summary>A firm as somebody wrote it down.</summary>
sealed record WrittenFirm(string Name)
{
    public string[] FormerNames { get; init; } = [];
    public string? Code { get; init; }
    public string? Region { get; init; }
    public string? Address { get; init; }
    public string? Phone { get; init; }
}

/// <summary>Two writings, and whether one firm was meant.</summary>
/// <param name="Kind">what was done to it, or why the other one looks alike</param>
sealed record DirtyPair(string Kind, bool IsSame, WrittenFirm Left, WrittenFirm Right);
