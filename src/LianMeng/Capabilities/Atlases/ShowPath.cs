using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>How two products of an atlas are joined: the fewest links from one to the other, each as a sentence.</summary>
public sealed class ShowPath(UseCaseContext context, AtlasShelf shelf) : Show<ShowPath.Input, ShowPath.View>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        /// <summary>0 the draft; without it the latest issue.</summary>
        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>Key, name, alias or grade.</summary>
        [Display(Name = "从哪种产品"), StringLength(AtlasNode.NameLimit)]
        public string? From { get; set; }

        /// <inheritdoc cref="From"/>
        [Display(Name = "到哪种产品"), StringLength(AtlasNode.NameLimit)]
        public string? To { get; set; }
    }

    /// <param name="Problem">Why there is no answer, in words; null when there is one, or nothing was asked.</param>
    /// <param name="Steps">One a link, in walking order.</param>
    public sealed record View(Guid Id, string Title, AtlasNode? From, AtlasNode? To, string? Problem, IReadOnlyList<StepView> Steps);

    /// <param name="Key">Of the product that this step leads to.</param>
    public sealed record StepView(string Key, string Name, string Sentence);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var (from, to) = (input.From is { } a ? open.Graph.Find(a) : null, input.To is { } b ? open.Graph.Find(b) : null);
        var way = from is null || to is null ? null : open.Graph.Products.Shortest(from.Key, to.Key);
        var problem = input.From is null || input.To is null ? null
            : from is null ? $"图谱里没有“{input.From}”，请换一个名称、别称或牌号。"
            : to is null ? $"图谱里没有“{input.To}”，请换一个名称、别称或牌号。"
            : from == to ? "这是同一种产品，请换一种。"
            : way is null ? $"“{from.Name}”和“{to.Name}”在这张图谱里没有任何关系相连。" : null;
        var steps = new List<StepView>();
        var at = from?.Key;
        foreach (var (link, sentence) in (way?.Links ?? []).Zip(way?.Sentences ?? []))
        {
            at = link.From == at ? link.To : link.From;
            steps.Add(new(at, open.Graph.Node(at)!.Name, sentence));
        }

        return new(open.Atlas.Id, open.Atlas.Title, from, to, problem, steps);
    }
}
