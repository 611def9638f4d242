using System.Security.Cryptography;
using System.Text.Json;
using LianMeng.Shared.UseCases;
using Microsoft.AspNetCore.DataProtection;

namespace LianMeng.Capabilities.Accounts;

/// <summary>
/// Notes that a browser keeps for us between two steps and can neither read nor change, good for a few minutes and for one
/// purpose. Nothing is stored for those who never come back.
/// </summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Characters of the longest.</summary>
    public const int Limit = 4000;

    public string Write<T>(string purpose, T content, TimeSpan life)
        => Of(purpose).Protect(JsonSerializer.Serialize(new Envelope<T>(clock.GetUtcNow().UtcDateTime + life, content), Json.Options));

    /// <returns>null when it has run out, was changed, or was written for something else</returns>
    public T? Read<T>(string purpose, string? text) where T : class
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope<T>>(Of(purpose).Unprotect(text), Json.Options);
            return envelope is not null && clock.GetUtcNow().UtcDateTime < envelope.Until ? envelope.Content : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Of(string purpose) => protection.CreateProtector("LianMeng.Accounts", purpose);

    private sealed record Envelope<T>(DateTime Until, T Content);
}
