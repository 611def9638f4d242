using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Alliances;

/// <summary>批复: by what an alliance exists. Who it names is a member without application. Its file hangs on it.</summary>
public sealed class FoundingApproval : IDistrictOwned
{
    public const int BodyLimit = 80, NumberLimit = 60;

    private FoundingApproval() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid AllianceId { get; private set; }

    /// <summary>批复机关.</summary>
    public string Body { get; private set; } = "";

    /// <summary>文号.</summary>
    public string DocumentNumber { get; private set; } = "";

    public DateOnly Date { get; private set; }

    internal static FoundingApproval Of(Alliance alliance, string body, string documentNumber, DateOnly date)
        => new() { Id = Guid.CreateVersion7(), DistrictId = alliance.DistrictId, AllianceId = alliance.Id, Body = body, DocumentNumber = documentNumber, Date = date };
}
