namespace LianMeng.Shared.Ui;

/// <summary>
/// What a colour means, the same in badges, alerts, figures and timelines. The words always say it too: colour alone
/// is never the message.
/// </summary>
public enum Tone
{
    /// <summary>Nothing to judge: drafts, closed things.</summary>
    Neutral,

    /// <summary>Under way, for information.</summary>
    Info,

    /// <summary>Done, in order.</summary>
    Good,

    /// <summary>Wants attention soon.</summary>
    Warning,

    /// <summary>Overdue, refused, failed.</summary>
    Bad,

    /// <summary>The Party side: committees, branches, posts.</summary>
    Party,
}
