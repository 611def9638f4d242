namespace LianMeng.Engine.Matching;

/// <summary>Which side asks.</summary>
public enum MatchKind
{
    /// <summary>需求: who makes it?</summary>
    Demand,
    /// <summary>供给: who buys it?</summary>
    Supply,
}
