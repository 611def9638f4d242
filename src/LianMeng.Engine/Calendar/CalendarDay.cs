namespace LianMeng.Engine.Calendar;

/// <summary>A day on which a State Council notice differs from Monday to Friday.</summary>
/// <param name="IsOff">true: a holiday; false: a weekend day that is worked (调休)</param>
/// <param name="Name">the holiday it belongs to: 春节</param>
public sealed record CalendarDay(DateOnly Day, bool IsOff, string Name);
