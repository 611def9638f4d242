namespace LianMeng.Shared.Ui;

/// <summary>One link of <see cref="Tabs"/>.</summary>
/// <param name="Title">Chinese words.</param>
/// <param name="Href">Where it leads, with its query.</param>
/// <param name="Count">How many records wait there; not shown when null.</param>
public sealed record Tab(string Title, string Href, int? Count = null);
