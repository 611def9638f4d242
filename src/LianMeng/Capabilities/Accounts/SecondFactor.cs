using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Accounts;

/// <summary>验证器: the secret that a person's authenticator app shares with the platform. At most one a person.</summary>
public sealed class SecondFactor : ICityWide, IVersioned
{
    private SecondFactor() { }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Base 32, sealed for the purpose <see cref="SecondFactors.Purpose"/>.</summary>
    public string SealedSecret { get; private set; } = "";

    /// <summary>The last step whose code was taken: a code that was overseen is good for nothing.</summary>
    public long LastStep { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>Two who send the same code at once: the second finds another version.</summary>
    public Guid Version { get; private set; }

    public static SecondFactor Of(Guid userId, string sealedSecret, long step, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = userId,
        SealedSecret = sealedSecret,
        LastStep = step,
        AddedAt = now,
    };

    public void Take(long step)
    {
        if (step <= LastStep) throw new InvalidOperationException("A step is taken once.");
        LastStep = step;
    }

    public void Reseal(string sealedSecret) => SealedSecret = sealedSecret;
}
