using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LianMeng.Engine.Flows;

namespace LianMeng.Bench;

/// <summary>The same assignment problems for the engine and for glpsol (GLPK): the same optimum, and the ratio of time.</summary>
static partial class FlowPeer
{
    public static async Task RunAsync()
    {
        foreach (var (sources, sinks, arcs) in new[] { (200, 200, 4_000), (1_000, 1_000, 20_000), (2_000, 2_000, 40_000) }) await RunAsync(sources, sinks, arcs);
    }

    private static async Task RunAsync(int sources, int sinks, int arcs)
    {
        var (supplies, network) = Invent(sources, sinks, arcs);
        var watch = Stopwatch.StartNew();
        var solution = MinCostFlow.Solve(supplies, network)!;
        var ours = watch.Elapsed.TotalSeconds;
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("problem.min"), Dimacs(supplies, network));
        try
        {
            watch.Restart();
            using var process = Process.Start(new ProcessStartInfo("glpsol", ["--mincost", folder.File("problem.min"), "-o", folder.File("answer")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var theirs = watch.Elapsed.TotalSeconds;
            var optimum = Objective().Match(await File.ReadAllTextAsync(folder.File("answer"))).Groups["value"].Value;
            // glpsol prints ten digits
            if (Math.Abs(double.Parse(optimum, CultureInfo.InvariantCulture) / (double)solution.Cost - 1) > 1e-9) throw new InvalidOperationException($"Optimum {solution.Cost}, glpsol {optimum}.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources} × {sinks} with {arcs} arcs: optimum {solution.Cost}, the same; {ours:0.00} s, glpsol {theirs:0.00} s with reading its file, ratio {ours / theirs:0.000}"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("glpsol is not there (apt install glpk-utils): the engine's times stand alone.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources} × {sinks} with {arcs} arcs: optimum {solution.Cost}; {ours:0.00} s"));
        }
    }

    private static (long[] Supplies, FlowArc[] Arcs) Invent(int sources, int sinks, int arcs)
    {
#pragma warning disable CA5394 // invented data, not secrets
        var random = new Random(sources);
        var supplies = new long[sources + sinks];
        for (var i = 0; i < arcs; i++)
        {
            // A flow that exists is drawn first, so that there is an answer.
            if (i % 4 != 0) continue;
            var (from, to, amount) = (i / 4 % sources, sources + (i / 4 % sinks), random.Next(1, 50));
            supplies[from] += amount;
            supplies[to] -= amount;
        }

        var network = new FlowArc[arcs];
        for (var i = 0; i < arcs; i++)
            network[i] = i < sources ? new(i, sources + (i % sinks), 1_000_000, random.Next(1, 10_000)) : new(random.Next(sources), sources + random.Next(sinks), random.Next(1, 200), random.Next(1, 10_000));
#pragma warning restore CA5394
        return (supplies, network);
    }

    private static string Dimacs(long[] supplies, FlowArc[] arcs)
    {
        var text = new StringBuilder($"p min {supplies.Length} {arcs.Length}\n");
        for (var i = 0; i < supplies.Length; i++) if (supplies[i] != 0) text.Append(CultureInfo.InvariantCulture, $"n {i + 1} {supplies[i]}\n");
        foreach (var arc in arcs) text.Append(CultureInfo.InvariantCulture, $"a {arc.From + 1} {arc.To + 1} 0 {arc.Capacity} {arc.Cost}\n");
        return text.ToString();
    }

    [GeneratedRegex(@"Objective:\s+(\S+\s+=\s+)?(?<value>[-0-9.e+]+)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex Objective();
}
