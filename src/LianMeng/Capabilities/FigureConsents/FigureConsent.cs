using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.FigureConsents;

/// <summary>数据授权: until a day, somebody else sees a firm's exact figures in analyses, where others see bands. Taken back, it ends at once.</summary>
public sealed class FigureConsent : IDistrictOwned, IVersioned
{
    public const int PurposeLimit = 200;

    /// <summary>Days a consent may be given for at most: it is renewed knowingly or it ends.</summary>
    public const int MostDays = 731;

    private FigureConsent() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>The firm whose figures they are.</summary>
    public Guid OrganisationId { get; private set; }

    public ConsentRecipient Recipient { get; private set; }

    /// <summary>The organisation; of the chain office the district, so that one index holds for both.</summary>
    public Guid RecipientId { get; private set; }

    public string? Purpose { get; private set; }

    /// <summary>Last day in China on which it holds.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime GivenAt { get; private set; }
    public Guid? GivenBy { get; private set; }

    /// <summary>UTC; null while it was not taken back.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public static FigureConsent Give(Guid districtId, Guid organisation, Guid? recipient, string? purpose, DateOnly until, Guid? by, DateTime now)
    {
        var consent = new FigureConsent
        {
            Id = Guid.CreateVersion7(), DistrictId = districtId, OrganisationId = organisation, Recipient = recipient is null ? ConsentRecipient.ChainOffice : ConsentRecipient.Organisation, RecipientId = recipient ?? districtId,
        };
        consent.Renew(purpose, until, by, now);
        return consent;
    }

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && Until >= day;

    /// <summary>Given again to the same: the new day holds.</summary>
    public void Renew(string? purpose, DateOnly until, Guid? by, DateTime now) => (Purpose, Until, GivenBy, GivenAt) = (purpose, until, by, now);

    /// <returns>false when it was taken back already</returns>
    public bool Withdraw(DateTime now)
    {
        if (WithdrawnAt is not null) return false;
        WithdrawnAt = now;
        return true;
    }

    /// <summary>One of its organisations turned out to be another entry of the register.</summary>
    internal void Replace(Guid organisation, Guid by)
    {
        if (OrganisationId == organisation) OrganisationId = by;
        else RecipientId = by;
    }
}
