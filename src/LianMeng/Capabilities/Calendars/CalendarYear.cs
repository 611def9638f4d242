namespace LianMeng.Capabilities.Calendars;

/// <summary>Which years can be looked at: from the first whose notice is known.</summary>
internal static class CalendarYear
{
    public const int First = 2004;
    public const int Last = 2100;
}
