using LianMeng.Tests.Engine.Standards;

namespace LianMeng.Tests.Engine.Text;

/// <summary>The judged queries, outside the repository; a test that needs them is skipped by name where they are absent.</summary>
static class RetrievalData
{
    public static IEnumerable<string[]> Rows(string file)
        => File.ReadLines(TestTable.PathOf(Path.Combine("retrieval", file))).Select(line => line.Split('\t'));
}
