using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.ChainGraph;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Takes a link out of the draft.</summary>
public sealed class RemoveLink(UseCaseContext context) : DraftCommand<RemoveLink.Input>(context)
{
    public sealed class Input : DraftInput
    {
        [Display(Name = "起点产品"), Required, StringLength(AtlasNode.KeyLimit)]
        public string? From { get; set; }

        [Display(Name = "关系"), Required]
        public NodeMeaning? Meaning { get; set; }

        [Display(Name = "终点产品"), Required, StringLength(AtlasNode.KeyLimit)]
        public string? To { get; set; }
    }

    protected override (AtlasContent? Content, string What, string? Field) Change(Input input, AtlasContent content)
        => content.Links.FirstOrDefault(l => l.Id == (input.From, input.To, (LinkMeaning)input.Meaning!.Value)) is { } link
            ? (content with { Links = [.. content.Links.Where(l => l.Id != link.Id)] }, "删去一条关系", null)
            : (null, "这条关系已不在草稿中。", null);
}
