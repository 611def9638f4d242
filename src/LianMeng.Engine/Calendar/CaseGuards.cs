namespace LianMeng.Engine.Calendar;

/// <summary>Marks against rates that somebody makes instead of earning them.</summary>
public static class CaseGuards
{
    /// <summary>Answers of one unit, at least <paramref name="least"/> within <paramref name="span"/> working minutes of each other, each in the last <paramref name="before"/> working minutes before its limit.</summary>
    public static IReadOnlyList<CaseMark> Bursts(IEnumerable<GivenAnswer> answers, WorkCalendar calendar, int least = 5, int span = 60, int before = 60)
    {
        var marks = new List<CaseMark>();
        var close = answers.Where(answer => answer.At <= answer.Limit && calendar.Minutes(answer.At, answer.Limit) <= before);
        foreach (var unit in close.GroupBy(answer => answer.Unit))
        {
            var inOrder = unit.OrderBy(answer => answer.At).ToList();
            for (var first = 0; first < inOrder.Count;)
            {
                var burst = inOrder.Skip(first).TakeWhile(answer => calendar.Minutes(inOrder[first].At, answer.At) <= span).ToList();
                if (burst.Count >= least) marks.Add(new(CaseMarkKind.Burst, unit.Key, [.. burst.Select(answer => answer.Record)]));
                first += burst.Count >= least ? burst.Count : 1;
            }
        }

        return marks;
    }

    /// <summary>Ratings entered from the handlers' side. One that is recorded on behalf is entered in the office, so only its account is looked at.</summary>
    public static IReadOnlyList<CaseMark> FromHandlers(IEnumerable<GivenRating> ratings, IEnumerable<CaseHandler> handlers)
    {
        var byCase = handlers.ToLookup(handler => handler.Case);
        return [.. ratings
            .Select(rating => (Rating: rating, Kind: KindOf(rating, byCase[rating.Record.Case])))
            .Where(seen => seen.Kind is not null)
            .GroupBy(seen => (seen.Kind, seen.Rating.Account))
            .Select(seen => new CaseMark(seen.Key.Kind!.Value, seen.Key.Account, [.. seen.Select(s => s.Rating.Record)]))];
    }

    /// <summary>Accounts that rated for at least so many beneficiaries; 代录 is marked already and left out.</summary>
    public static IReadOnlyList<CaseMark> ManyFirms(IEnumerable<GivenRating> ratings, int least = 3)
        => [.. ratings
            .Where(rating => !rating.IsOnBehalf && rating.Record.Beneficiary is not null)
            .GroupBy(rating => rating.Account)
            .Where(group => group.DistinctBy(rating => rating.Record.Beneficiary).Count() >= least)
            .Select(group => new CaseMark(CaseMarkKind.ManyFirms, group.Key, [.. group.Select(rating => rating.Record)]))];

    private static CaseMarkKind? KindOf(GivenRating rating, IEnumerable<CaseHandler> handlers)
    {
        var all = handlers.ToList();
        if (all.Exists(handler => handler.Account == rating.Account)) return CaseMarkKind.HandlerAccount;
        return !rating.IsOnBehalf && rating.Network is { } network && all.Exists(handler => handler.Network == network) ? CaseMarkKind.HandlerNetwork : null;
    }
}
