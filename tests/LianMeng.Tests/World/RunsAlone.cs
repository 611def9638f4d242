namespace LianMeng.Tests;

/// <summary>Tests that look at the whole process (its memory, its threads) run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class RunsAlone
{
    public const string Name = "runs alone";
}
