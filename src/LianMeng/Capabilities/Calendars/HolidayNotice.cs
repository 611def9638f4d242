using LianMeng.Engine.Calendar;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Calendars;

/// <summary>放假通知 that the program does not know yet: next year's, or a change in the middle of a year. Entered with its document, never removed, only withdrawn.</summary>
public sealed class HolidayNotice : ICityWide, IVersioned
{
    public const int NumberLimit = 60;
    public const int SourceLimit = 300;
    public const int TextLimit = 4000;
    public const int ReasonLimit = 200;

    private HolidayNotice() { }

    public Guid Id { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>国办发明电〔2026〕7号.</summary>
    public string Number { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    /// <summary>Where it can be read.</summary>
    public string? Source { get; private set; }

    /// <summary>The year that it arranges as a whole; null for a change in between.</summary>
    public int? WholeYear { get; private set; }

    /// <summary>The days as entered, a line each; see <see cref="NoticeLines"/>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <summary>UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>The days it names; the text was read before it was stored.</summary>
    public IReadOnlyList<CalendarDay> Days => NoticeLines.TryRead(Text, out var days, out _) ? days : [];

    public static HolidayNotice Enter(string number, DateOnly issuedOn, string? source, int? wholeYear, string text, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        IssuedOn = issuedOn,
        Source = source,
        WholeYear = wholeYear,
        Text = text,
        EnteredAt = now,
    };

    /// <summary>False when it was withdrawn before.</summary>
    public bool Withdraw(string reason, DateTime now)
    {
        if (WithdrawnAt is not null) return false;
        (WithdrawnAt, WithdrawnReason) = (now, reason);
        return true;
    }
}
