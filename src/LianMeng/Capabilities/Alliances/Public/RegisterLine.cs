namespace LianMeng.Capabilities.Alliances.Public;

/// <summary>One line of what an alliance manages, wherever it is kept.</summary>
/// <param name="Id">of the record</param>
/// <param name="Register">the list it stands in: 难题清单, 成员动态, 成员供需</param>
/// <param name="Owner">who sees to it, in words</param>
/// <param name="OwnerOrganisationId">the organisation that does, if one</param>
/// <param name="Deadline">in China</param>
/// <param name="State">in words</param>
/// <param name="IsOpen">still to be done</param>
/// <param name="Href">its page</param>
public sealed record RegisterLine(Guid Id, string Register, string Title, string Owner, Guid? OwnerOrganisationId, DateOnly? Deadline, string State, bool IsOpen, string? Evidence, string Href)
{
    /// <summary>Its owner holds no post any more: red until it is handed over.</summary>
    public bool NeedsHandOver { get; init; }

    /// <summary>Done, and not verified yet.</summary>
    public bool IsDone { get; init; }
}
