namespace LianMeng.Engine.Calendar;

/// <summary>Working days a step may take; the ones that apply to the case (configured by category and level).</summary>
public sealed record CaseLimits
{
    public static CaseLimits Default { get; } = new();

    /// <summary>受理审查, from raised.</summary>
    public int Accept { get; init; } = 2;

    /// <summary>签收, from assignment.</summary>
    public int Acknowledge { get; init; } = 1;

    /// <summary>“Not ours” may be said until then, from assignment. No clock runs for it: ask <see cref="WorkCalendar.Limit"/>.</summary>
    public int Dispute { get; init; } = 1;

    /// <summary>即办, the lead's answer.</summary>
    public int Quick { get; init; } = 1;

    /// <summary>一般, the lead's answer.</summary>
    public int General { get; init; } = 7;

    /// <summary>项目类, the lead's milestones.</summary>
    public int Project { get; init; } = 7;

    /// <summary>配合, from assignment or the last prerequisite's answer.</summary>
    public int Assisting { get; init; } = 3;

    /// <summary>企业验证, from the lead's answer.</summary>
    public int Verification { get; init; } = 5;

    /// <summary>The lead's working days on a track.</summary>
    public int Lead(CaseTrack track) => track switch
    {
        CaseTrack.Quick => Quick,
        CaseTrack.Project => Project,
        _ => General,
    };
}
