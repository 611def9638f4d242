using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Takes a product and its links out of the draft; issues keep it.</summary>
public sealed class RemoveNode(UseCaseContext context) : DraftCommand<RemoveNode.Input>(context)
{
    public sealed class Input : DraftInput
    {
        [Display(Name = "代号"), Required, StringLength(AtlasNode.KeyLimit)]
        public string? Key { get; set; }
    }

    protected override (AtlasContent? Content, string What, string? Field) Change(Input input, AtlasContent content)
        => content.Nodes.FirstOrDefault(n => n.Key == input.Key) is { } node
            ? (content with { Nodes = [.. content.Nodes.Where(n => n != node)], Links = [.. content.Links.Where(l => l.From != node.Key && l.To != node.Key)] }, $"删去产品 {node.Name}", null)
            : (null, "这个产品已不在草稿中。", null);
}
