namespace LianMeng.Shared.UseCases;

/// <summary>Every command, for those who know it only by name: the operation runner.</summary>
internal interface IJsonCommand
{
    Task<Outcome<string>> RunJsonAsync(string input, string? idempotencyKey, CancellationToken cancellation);
}
