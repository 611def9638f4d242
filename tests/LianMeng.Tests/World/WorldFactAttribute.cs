using System.Runtime.CompilerServices;

namespace LianMeng.Tests.World;

/// <summary>A test on whichever database this run is about; skipped by name when that one is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WorldFactAttribute : FactAttribute
{
    public WorldFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : base(sourceFilePath, sourceLineNumber)
    {
        Skip = TestDatabase.Missing;
        SkipType = typeof(TestDatabase);
        SkipUnless = nameof(TestDatabase.IsAvailable);
    }
}
