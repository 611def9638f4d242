using System.Text.Json;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;

namespace LianMeng.Shared.UseCases;

/// <summary>
/// Proof that an actor's request with a certain key was carried out, and what came of it. Written in the same save as its
/// effect, unique per (actor, key): a double submit finds it and does nothing twice.
/// </summary>
public sealed class Receipt : IDistrictOwned
{
    /// <summary>Characters of a key.</summary>
    public const int KeyLimit = 100;

    private Receipt() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public string ActorKey { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string UseCase { get; private set; } = "";
    public string InputDigest { get; private set; } = "";
    public string Result { get; private set; } = "";
    public DateTime At { get; private set; }

    public static Receipt For(UseCase useCase, object input, string key, Actor actor, DateTime now, LedgerChain chain) => new()
    {
        Id = Guid.CreateVersion7(),
        DistrictId = actor.WriteDistrict,
        ActorKey = actor.Key,
        Key = key,
        UseCase = useCase.GetType().Name,
        // Keyed: an input may hold a password, and a plain hash of it could be guessed from a stolen database.
        InputDigest = chain.Seal(JsonSerializer.Serialize(input, input.GetType(), Json.Options)),
        At = now,
    };

    public Receipt Keep<TResult>(TResult? value)
    {
        Result = JsonSerializer.Serialize(value, Json.Options);
        return this;
    }
}
