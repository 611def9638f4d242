namespace LianMeng.Engine.Calendar;

/// <summary>What happened in a case, as far as a clock cares.</summary>
public enum CaseStep
{
    /// <summary>登记: starts the firm's clock and the one of acceptance. Names the first beneficiary.</summary>
    Raised,

    /// <summary>不予受理.</summary>
    Refused,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>A further beneficiary of the same problem: it will be asked too.</summary>
    Joined,

    /// <summary>A beneficiary that is no longer concerned: it is not asked.</summary>
    Left,

    /// <summary>交办 or 商请 of a task to a unit, as lead or assisting.</summary>
    Assigned,

    /// <summary>签收.</summary>
    Acknowledged,

    /// <summary>“Not ours”: answers the duty to acknowledge; the unit's clock goes on until it is ruled.</summary>
    Disputed,

    /// <summary>Upheld: the task ends and another is assigned; else its clock has simply gone on.</summary>
    Ruled,

    /// <summary>提请 to the leader in charge or the joint meeting: ends the ruling's clock.</summary>
    Elevated,

    /// <summary>Of a task, or of the whole case when no task is named.</summary>
    Paused,

    Resumed,

    /// <summary>An approved extension with its new date.</summary>
    Extended,

    /// <summary>The lead's dated milestones on the track of projects.</summary>
    MilestonesSet,

    MilestoneMet,

    /// <summary>部门办结 of a task. The lead's asks the beneficiaries.</summary>
    Answered,

    /// <summary>The task is taken away: handed over, or no longer needed.</summary>
    Dropped,

    /// <summary>A beneficiary's verdict.</summary>
    Rated,

    /// <summary>Not satisfied: back to the same handler.</summary>
    Reopened,

    /// <summary>回访; it moves no clock.</summary>
    FollowedUp,

    /// <summary>办结.</summary>
    Closed,

    Withdrawn,

    /// <summary>Merged into another case, whose clocks count from then on.</summary>
    Merged,

    Unmerged,

    /// <summary>Turned into a block of an investment project or a policy gap: ends the case's clocks.</summary>
    HandedOver,
}
