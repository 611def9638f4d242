using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LianMeng.Engine.Calendar;

namespace LianMeng.Tests.Engine.Calendar;

/// <summary>
/// A checked-in history: events with Chinese times in the ledger's order, an instant, and what a person derived by hand from the rules and the holiday table.
/// All clocks are named; a rate that is not named is 0/0.
/// </summary>
internal sealed class CaseHistory
{
    public sealed record ExpectedClock(CaseClockKind Kind, Dictionary<string, string> Words);

    public sealed record ExpectedRates(DateOnly From, DateOnly To, Dictionary<string, string> Words);

    public List<CaseEvent> Events { get; } = [];

    public DateTimeOffset AsOf { get; private set; }

    public List<ExpectedClock> Clocks { get; } = [];

    public List<ExpectedRates> Rates { get; } = [];

    public string? Next { get; private set; }

    public static CaseHistory Read(string file)
    {
        var history = new CaseHistory();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#')) history.Take(line.Split(' '));
        return history;
    }

    /// <summary>A name of the file as an id.</summary>
    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private void Take(string[] parts)
    {
        switch (parts[0])
        {
            case "asof": AsOf = TestCalendar.At(parts[1]); break;
            case "next": Next = parts[1]; break;
            case "clock": Clocks.Add(new(Enum.Parse<CaseClockKind>(parts[1], true), Words(parts, 2))); break;
            case "rate": Rates.Add(new(Day(parts[1]), Day(parts[2]), Words(parts, 3))); break;
            default: Events.Add(Event(parts)); break;
        }
    }

    private CaseEvent Event(string[] parts)
    {
        var words = Words(parts, 2);
        Guid? Named(string key) => words.TryGetValue(key, out var name) ? Id(name) : null;
        var step = Enum.Parse<CaseStep>(parts[1], true);
        return new(Events.Count + 1, TestCalendar.At(parts[0]), step)
        {
            Task = Named("task"),
            Unit = Named("unit"),
            Lead = words.ContainsKey("lead"),
            IsRequest = words.ContainsKey("request"),
            After = words.TryGetValue("after", out var after) ? [.. after.Split(',').Select(Id)] : [],
            Beneficiary = Named("firm"),
            Milestone = Named("milestone"),
            Pause = words.TryGetValue("pause", out var pause) ? pause switch { "firm" => PauseReason.Firm, "third" => PauseReason.ThirdParty, _ => PauseReason.Deferred } : null,
            NewLimit = words.TryGetValue("to", out var to) ? Day(to) : null,
            Track = words.TryGetValue("track", out var track) ? Enum.Parse<CaseTrack>(track, true) : null,
            Upheld = step == CaseStep.Ruled ? words.ContainsKey("upheld") : null,
            Satisfied = step == CaseStep.Rated ? words.ContainsKey("satisfied") : null,
            Milestones = words.TryGetValue("milestones", out var all) ? [.. all.Split(',').Select(one => new CaseMilestone(Id(one.Split(':')[0]), Day(one.Split(':')[1])))] : null,
            Days = words.TryGetValue("days", out var days) ? int.Parse(days, CultureInfo.InvariantCulture) : null,
        };
    }

    private static Dictionary<string, string> Words(string[] parts, int from)
        => parts.Skip(from).Where(part => part.Length > 0).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
