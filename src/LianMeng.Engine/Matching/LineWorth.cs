namespace LianMeng.Engine.Matching;

/// <summary>What one line in one role says to each phrase of a request, without sentences.</summary>
sealed class LineWorth(int phrases)
{
    public Evidence[] Evidence { get; } = new Evidence[phrases];

    /// <summary>Share of the grades asked for.</summary>
    public float[] Grades { get; } = new float[phrases];

    /// <summary>What the chain says; null where nobody asked yet.</summary>
    public Evidence[]?[] Links { get; } = new Evidence[phrases][];
}
