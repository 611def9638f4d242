namespace LianMeng.Engine.Assignment;

/// <summary>Why a member cannot take the next term; several may hold.</summary>
[Flags]
public enum RotationObstacles
{
    None = 0,

    /// <summary>It has no unified social credit code yet.</summary>
    AwaitsCode = 1,

    /// <summary>No Party organisation of its own or joint.</summary>
    NoPartyOrganisation = 2,

    /// <summary>Its size class is not known, or the method has none for its industry.</summary>
    SizeUnknown = 4,

    /// <summary>Smaller than the least size.</summary>
    TooSmall = 8,

    /// <summary>Nobody judged it.</summary>
    NotJudged = 16,

    /// <summary>It was judged not to be fit.</summary>
    JudgedUnfit = 32,

    /// <summary>It declined this term, or was skipped for it.</summary>
    PassedOver = 64,
}
