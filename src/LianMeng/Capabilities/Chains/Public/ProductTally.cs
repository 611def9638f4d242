using LianMeng.Engine.ChainGraph;

namespace LianMeng.Capabilities.Chains.Public;

/// <summary>
/// Something of another capability that is counted on products, such as open listings: it shows in the boxes and opens from
/// the detail. Registered in that capability: <c>services.AddScoped&lt;ProductTally, OpenListings&gt;()</c>.
/// </summary>
public abstract class ProductTally
{
    /// <summary>What is counted, in a word or two: 供应信息.</summary>
    public abstract string Title { get; }

    /// <summary>Counts within the actor's scope and rights, by product key; products without any are left out.</summary>
    public abstract Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation);

    /// <summary>Where those that were counted are listed.</summary>
    public abstract string HrefOf(Product product);
}
