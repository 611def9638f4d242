namespace LianMeng.Shared.Access;

/// <summary>The sign-in through which somebody acts: a browser's or a token's.</summary>
/// <param name="ConfirmedAt">when it was last proven that it is the person: at sign-in, or by the password later (UTC)</param>
/// <param name="TwoFactors">signed in with two factors, or with an account that cannot be signed in to with fewer</param>
public sealed record ActorSession(Guid Id, DateTime ConfirmedAt, bool TwoFactors);
