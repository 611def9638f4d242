using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.PartyOrganisations;

/// <summary>Party organisations as choices of a form.</summary>
public static class PartyChoices
{
    public static async Task<IReadOnlyList<(string Value, string Text)>> ChoicesAsync(this ListPartyOrganisations list)
        => (await list.RunAsync(new() { PageSize = ListFilter.MaxPageSize })).Value is { } page ? [.. page.Items.Select(p => (p.Id.ToString(), p.Name))] : [];
}
