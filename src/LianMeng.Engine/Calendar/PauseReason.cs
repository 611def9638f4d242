namespace LianMeng.Engine.Calendar;

/// <summary>Why a task or a case waits.</summary>
public enum PauseReason
{
    /// <summary>For the firm itself: the only pause that stops its own clock too.</summary>
    Firm,

    ThirdParty,

    /// <summary>挂账, with approval.</summary>
    Deferred,
}
