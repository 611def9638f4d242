using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace LianMeng.Bench;

/// <summary>
/// What it costs to make a page instead of JSON: requests a second of the register's page of 50 rows against the bare JSON of
/// the same query, same person, same process. Slices of half a second alternate, so that whatever else the machine does weighs on both.
/// </summary>
static class PageRate
{
    private const int Clients = 4, Firms = 500, Rows = 50;
    private const string PagePath = "/organisations?pageSize=50", JsonPath = "/api/organisations?pageSize=50";
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(0.5), WarmUp = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(string[] args) => Tables.GuardAsync(async () =>
    {
        var seconds = Options.Numbers(args, ("--seconds", 20))[0];
        using var folder = new TempFolder();
        var server = new ServerTimes();
        await using var program = await RunningProgram.StartAsync(folder.Path, RunningProgram.Sqlite(folder), app => app.Use(server.MeasureAsync));
        await InventedRoster.FillAsync(program, Firms);
        using var client = await SignedInClient.SignInAsync(program.Address, InventedRoster.UserName, InventedRoster.Password);
        var firm = await CheckAsync(client);
        Console.WriteLine($"{Firms} firms, {Clients} clients in the server's own process, slices of {Slice.TotalSeconds} s in turn, {seconds} s each way of sending");

        var plain = await CompareAsync(client, server, null, seconds);
        var packed = await CompareAsync(client, server, "br", seconds);
        await WeighAsync(client, firm);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page_per_json_compressed={packed:F2}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page_per_json={plain:F2}"));
    });

    /// <summary>Both answers hold 50 firms, or the comparison would mean nothing. Gives one firm's id.</summary>
    private static async Task<Guid> CheckAsync(SignedInClient client)
    {
        var page = Encoding.UTF8.GetString(await client.GetAsync(PagePath));
        var rows = page.Split("<tr role=\"row\"").Length - 2; // one is the heading
        using var json = JsonDocument.Parse(await client.GetAsync(JsonPath));
        var items = json.RootElement.GetProperty("items");
        if (rows != Rows || items.GetArrayLength() != Rows) throw new InvalidOperationException($"the page shows {rows} firms, the JSON {items.GetArrayLength()}");
        return items[0].GetProperty("id").GetGuid();
    }

    private static async Task<double> CompareAsync(SignedInClient client, ServerTimes server, string? encoding, int seconds)
    {
        await SliceAsync(client, PagePath, encoding, WarmUp);
        await SliceAsync(client, JsonPath, encoding, WarmUp);
        server.Clear();
        var page = new Tally();
        var json = new Tally();
        for (var half = 0; half < seconds; half++)
        {
            page.Add(await SliceAsync(client, PagePath, encoding, Slice));
            json.Add(await SliceAsync(client, JsonPath, encoding, Slice));
        }

        var how = encoding is null ? "uncompressed" : "compressed as a browser asks for it (br)";
        Console.WriteLine($"{how}:");
        Console.WriteLine($"  page  {page}, in the server {server.Of("/organisations")}");
        Console.WriteLine($"  json  {json}, in the server {server.Of("/api/organisations")}");
        return page.Rate / json.Rate;
    }

    private static async Task<(int Requests, double Seconds, double Processor)> SliceAsync(SignedInClient client, string path, string? encoding, TimeSpan length)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < length; count++) await client.GetAsync(path, encoding);
            return count;
        })));
        var took = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return (counts.Sum(), took, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    /// <summary>What a page weighs on top of style sheet, script and icons, which the browser keeps after the first one.</summary>
    private static async Task WeighAsync(SignedInClient client, Guid firm)
    {
        Console.WriteLine("bytes of HTML      plain     gzip       br");
        string[] paths = ["/", "/organisations", PagePath, $"/organisations/{firm}", $"/match?text={Uri.EscapeDataString("求购再生铝锭 ADC12 每月200吨")}", "/chains", "/chains/aluminium", "/chains/aluminium?view=table", "/organisations/import", "/listings", "/listings/new?kind=Demand", "/notices"];
        foreach (var path in paths)
        {
            var sizes = new[] { await client.GetAsync(path), await client.GetAsync(path, "gzip"), await client.GetAsync(path, "br") };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",14}{sizes[0].Length,10}{sizes[1].Length,9}{sizes[2].Length,9}  {Uri.UnescapeDataString(path)}"));
        }
    }

    private sealed class Tally
    {
        private int requests;
        private double seconds, processor;

        public double Rate => requests / seconds;

        public void Add((int Requests, double Seconds, double Processor) slice)
        {
            requests += slice.Requests;
            seconds += slice.Seconds;
            processor += slice.Processor;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rate,7:F1} requests/s, {processor / requests:F2} ms of processor time each (server and client)");
    }
}
