namespace LianMeng.Engine.Calendar;

/// <summary>Which promise a clock measures.</summary>
public enum CaseClockKind
{
    /// <summary>受理, by the secretary.</summary>
    Accept,

    /// <summary>签收, by the unit.</summary>
    Acknowledge,

    /// <summary>办理, by the unit.</summary>
    Handle,

    /// <summary>项目节点, by the lead.</summary>
    Milestone,

    /// <summary>裁定, of a dispute.</summary>
    Ruling,

    /// <summary>企业验证, by a beneficiary.</summary>
    Verify,

    /// <summary>The firm's own time, from raised to closed; it has no limit.</summary>
    Firm,
}
