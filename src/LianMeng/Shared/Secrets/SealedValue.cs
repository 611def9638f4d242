namespace LianMeng.Shared.Secrets;

/// <param name="Text">sealed, see <see cref="Sealer"/></param>
/// <param name="Digest">HMAC of the plain value under the same key, in hex: what it is found by</param>
public sealed record SealedValue(string Text, string Digest);
