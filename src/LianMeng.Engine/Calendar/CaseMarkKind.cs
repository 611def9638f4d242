namespace LianMeng.Engine.Calendar;

/// <summary>What a guard saw.</summary>
public enum CaseMarkKind
{
    /// <summary>Many answers of one unit in a short time, each shortly before its limit.</summary>
    Burst,

    /// <summary>Rated from an account that handled the case.</summary>
    HandlerAccount,

    /// <summary>Rated from a network from which the case was handled.</summary>
    HandlerNetwork,

    /// <summary>One account rated for many firms.</summary>
    ManyFirms,
}
