using LianMeng.Engine.Matching;

namespace LianMeng.Capabilities.Listings;

/// <summary>
/// The seam for a language model: a deployment that registers one has it fill what the rules left open. None is registered by default, and no text leaves the machine.
/// What it answers is read like a person's input: it changes no field that the rules understood.
/// </summary>
public abstract class ListingTextModel
{
    /// <summary>The same reading with more of it filled; on any failure the reading as it was.</summary>
    public abstract Task<ReadSentence> FillAsync(string text, ReadSentence read, CancellationToken cancellation);
}
