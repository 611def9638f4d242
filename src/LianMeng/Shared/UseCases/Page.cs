namespace LianMeng.Shared.UseCases;

/// <summary>One page of a list: <c>{"items":[…],"total":n,"page":n,"pageSize":n}</c>.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int PageNumber, int PageSize)
{
    [System.Text.Json.Serialization.JsonPropertyName("page")]
    public int PageNumber { get; init; } = PageNumber;
}
