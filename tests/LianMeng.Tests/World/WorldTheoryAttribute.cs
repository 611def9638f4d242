using System.Runtime.CompilerServices;

namespace LianMeng.Tests.World;

/// <summary>A theory on whichever database this run is about; skipped by name when that one is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WorldTheoryAttribute : TheoryAttribute
{
    public WorldTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : base(sourceFilePath, sourceLineNumber)
    {
        Skip = TestDatabase.Missing;
        SkipType = typeof(TestDatabase);
        SkipUnless = nameof(TestDatabase.IsAvailable);
    }
}
