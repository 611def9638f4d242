using LianMeng.Browser;
using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemonstrationData))]

// One waits for the server while the other draws: two are what two cores carry. The long walk through every page starts first.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
