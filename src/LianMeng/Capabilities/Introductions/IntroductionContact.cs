using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;
using LianMeng.Shared.Secrets;

namespace LianMeng.Capabilities.Introductions;

/// <summary>Whom the other side may call: stated with the consent, shown once both consented, deleted when a consent is taken back or declined. Kept apart from the introduction so that no list loads it.</summary>
public sealed class IntroductionContact : IDistrictOwned, IVersioned
{
    public const int NameLimit = 40, PhoneLimit = 30;

    private IntroductionContact() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>A number sealed anew under another key and its deletion do not pass each other.</summary>
    public Guid Version { get; private set; }
    public Guid IntroductionId { get; private set; }
    public IntroductionSide Side { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Sealed; <see cref="Telephones"/> opens it.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>What the number is found by.</summary>
    public string PhoneDigest { get; private set; } = "";

    public static IntroductionContact Of(Introduction introduction, IntroductionSide side, string name, SealedValue phone)
        => new() { Id = Guid.CreateVersion7(), DistrictId = introduction.DistrictId, IntroductionId = introduction.Id, Side = side, Name = name, Phone = phone.Text, PhoneDigest = phone.Digest };

    /// <summary>The same number under another key.</summary>
    internal void Reseal(SealedValue phone) => (Phone, PhoneDigest) = (phone.Text, phone.Digest);
}
