using LianMeng.Shared.Ledger;

namespace LianMeng.Shared.Telemetry;

/// <summary>How far this node's derived state is behind the ledger.</summary>
/// <param name="Name">as metrics call it</param>
/// <param name="Title">what the administrator reads</param>
/// <param name="IsLoaded">false until its first load is done</param>
/// <param name="Seen">the last fact that it reflects</param>
/// <param name="Behind">facts that it does not reflect yet</param>
/// <param name="BehindSeconds">age of the first of them</param>
public sealed record FollowerReading(string Name, string Title, bool IsLoaded, long Seen, long Behind, double BehindSeconds, IReadOnlyList<FollowerSize> Sizes);
