using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>A challenge that was answered: its id is the key, so a second answer to it breaks the save, on whichever node.</summary>
public sealed class SpentTicket : ICityWide
{
    private SpentTicket() { }

    public Guid Id { get; private set; }
    public DateTime At { get; private set; }

    public static SpentTicket Of(Guid id, DateTime now) => new() { Id = id, At = now };
}
