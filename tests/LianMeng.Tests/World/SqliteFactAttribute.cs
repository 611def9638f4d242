using System.Runtime.CompilerServices;

namespace LianMeng.Tests.World;

/// <summary>A test of something that only SQLite has.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1) : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "only on SQLite";
        SkipType = typeof(TestDatabase);
        SkipUnless = nameof(TestDatabase.IsSqlite);
    }
}
