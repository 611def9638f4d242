namespace LianMeng.Engine.Calendar;

/// <summary>How a case is handled.</summary>
public enum CaseTrack
{
    /// <summary>即办.</summary>
    Quick,

    /// <summary>一般.</summary>
    General,

    /// <summary>项目类: the lead owes dated milestones.</summary>
    Project,
}
