namespace LianMeng.Engine.Calendar;

/// <summary>Marks against rates that somebody makes instead of earning them.</summary>
public static class CaseGuards
{
    /// <summary>Answers of one unit, at least <paramref name="least"/> within <paramref name="span"/> working minutes of each other, each in the last <paramref name="before"/> working minutes before its limit.</summary>
    public static IReadOnlyList<CaseMark> Bursts(IEnumerable<GivenAnswer> answers, WorkCalendar calendar, int least = 5, int span = 60, int before = 60) => throw new NotImplementedException();

    /// <summary>Ratings entered from the handlers' side: one mark for an account, the stronger reason first.</summary>
    public static IReadOnlyList<CaseMark> FromHandlers(IEnumerable<GivenRating> ratings, IEnumerable<CaseHandler> handlers) => throw new NotImplementedException();

    /// <summary>Accounts that rated for at least so many beneficiaries.</summary>
    public static IReadOnlyList<CaseMark> ManyFirms(IEnumerable<GivenRating> ratings, int least = 3) => throw new NotImplementedException();
}
