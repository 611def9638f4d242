namespace LianMeng.Capabilities.Introductions;

/// <summary>What happened to an introduction. Kept in the ledger: a value never changes its meaning.</summary>
public enum IntroductionStep
{
    /// <summary>An officer brought two firms together.</summary>
    Suggested = 1,

    /// <summary>A firm offered itself to another; its own consent is in it.</summary>
    Offered = 2,
    Consented = 3,
    Talking = 4,
    BecameDeal = 5,
    Declined = 6,

    /// <summary>A firm took its consent back, or whoever suggested it the suggestion.</summary>
    Withdrawn = 7,

    /// <summary>One of the two left the register.</summary>
    FirmLeft = 8,
}
