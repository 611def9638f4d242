namespace LianMeng.Engine.ChainGraph;

/// <summary>How a link runs.</summary>
public enum LinkCourse
{
    /// <summary>To a later column.</summary>
    Forward,
    /// <summary>Within its column.</summary>
    Beside,
    /// <summary>To an earlier column, round below the drawing: part of a recycling loop.</summary>
    Back,
}
