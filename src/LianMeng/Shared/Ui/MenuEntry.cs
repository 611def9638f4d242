namespace LianMeng.Shared.Ui;

/// <summary>One line of the menu.</summary>
/// <param name="Title">Chinese words.</param>
/// <param name="Href">Address from the root, such as <c>/organisations</c>; marked current for pages below it too.</param>
/// <param name="Icon">A name in build/icons.txt.</param>
/// <param name="Group">Heading under which it stands, in order of first appearance; empty for the ones on top.</param>
public sealed record MenuEntry(string Title, string Href, string Icon, string Group)
{
    /// <summary>Addresses that make it current as its own does: the other tabs of its page.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
