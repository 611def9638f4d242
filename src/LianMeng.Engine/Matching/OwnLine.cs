namespace LianMeng.Engine.Matching;

/// <summary>One line of one offer, in one role, as that organisation wrote it.</summary>
sealed record OwnLine(OfferLine Line, OfferRole Role, string Written);
