using LianMeng.Browser.Chrome;
using LianMeng.Browser.Server;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(DemonstrationServer))]

// Two cores share browser, server and tests; side by side they would only wait for each other and time out.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
