namespace LianMeng.Engine.Matching;

/// <summary>One line of one offer, in one role, as that organisation wrote it.</summary>
readonly record struct OwnLine(OfferLine Line, OfferRole Role, string Written);
