namespace LianMeng.Engine.Matching;

/// <summary>Circles by name, one or several in one text with spaces between: an offer may be for two alliances, an asker in three.</summary>
static class Circles
{
    /// <summary>Whether the two have a circle in common.</summary>
    public static bool Share(string circles, string? others)
    {
        if (others is null) return false;
        if (circles == others) return true;
        foreach (var range in circles.AsSpan().Split(' '))
        {
            foreach (var other in others.AsSpan().Split(' '))
                if (circles.AsSpan()[range].SequenceEqual(others.AsSpan()[other])) return true;
        }

        return false;
    }
}
