namespace LianMeng.Engine.Matching;

/// <summary>Who may see a <see cref="Shelf"/>.</summary>
/// <param name="Scope">The district.</param>
/// <param name="Circle">The circle within it; null = everybody.</param>
/// <param name="IsPrivate">Declared purchases.</param>
readonly record struct ShelfKey(Guid Scope, string? Circle, bool IsPrivate)
{
    /// <summary>The roles whose lines stand there.</summary>
    public OfferRole Roles => IsPrivate ? OfferRole.Buys : OfferRole.Open;

    public bool IsSeenBy(MatchRequest request) =>
        request.Scopes.Contains(Scope) && (Circle is null || request.AllCircles || Circles.Share(Circle, request.Circle)) && (!IsPrivate || request.SeesBuys);
}
