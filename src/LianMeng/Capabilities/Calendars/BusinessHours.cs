using LianMeng.Engine.Calendar;
using LianMeng.Shared.Data;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Calendars;

/// <summary>The hours of a working day that an administrator set. Without a row they are 09:00–12:00 and 14:00–18:00.</summary>
public sealed class BusinessHours : ICityWide, IVersioned
{
    /// <summary>There is one.</summary>
    public static readonly Guid OnlyId = new("00000000-0000-7000-8000-000000000004");

    private BusinessHours() { }

    public Guid Id { get; private set; }
    public Guid Version { get; private set; }

    // minutes since midnight
    public int MorningFrom { get; private set; }
    public int MorningTo { get; private set; }
    public int AfternoonFrom { get; private set; }
    public int AfternoonTo { get; private set; }

    public WorkHours Hours => WorkHours.Of(Time(MorningFrom), Time(MorningTo), Time(AfternoonFrom), Time(AfternoonTo));

    public static BusinessHours Create() => new() { Id = OnlyId };

    public void Set(WorkHours hours)
        => (MorningFrom, MorningTo, AfternoonFrom, AfternoonTo) = (Minutes(hours.MorningFrom), Minutes(hours.MorningTo), Minutes(hours.AfternoonFrom), Minutes(hours.AfternoonTo));

    /// <summary>09:00–12:00，14:00–18:00.</summary>
    public static string Words(WorkHours hours) => $"{hours.MorningFrom:HH:mm}–{hours.MorningTo:HH:mm}，{hours.AfternoonFrom:HH:mm}–{hours.AfternoonTo:HH:mm}";

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);

    private static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
