namespace LianMeng.Engine.Matching.Duplicates;

/// <summary>Whether two writings mean one firm.</summary>
public enum DuplicateVerdict
{
    /// <summary>They are two firms, as far as can be told.</summary>
    New,

    /// <summary>A person has to look.</summary>
    Ask,

    /// <summary>One firm.</summary>
    Same,
}
