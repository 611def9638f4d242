using System.Runtime.CompilerServices;

namespace LianMeng.Tests.World;

/// <summary>A test of something that only PostgreSQL has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "only on PostgreSQL";
        SkipType = typeof(TestDatabase);
        SkipUnless = nameof(TestDatabase.IsPostgresAvailable);
    }
}
