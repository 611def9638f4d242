using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Says that there is no such link. It stays as the other side declared it, with the denial beside it.</summary>
public sealed class DenySupplyLink(UseCaseContext context, SupplyLinkNews news) : SupplyLinkCommand<DenySupplyLink.Input>(context, news)
{
    public sealed class Input : ISupplyLinkInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public SupplySide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "说明"), StringLength(SupplyLink.ReasonLimit)]
        public string? Reason { get; set; }
    }

    protected override Outcome<Guid>? Do(SupplyLink link, SupplySpeaker speaker, Input input)
    {
        if (!link.Deny(speaker.Side, input.Reason, Now)) return Outcome<Guid>.Refused(link.State == SupplyLinkState.Withdrawn ? "这条供货关系已撤回，不用再否认。" : $"{ListExport.Words(speaker.Side)}自己申报过这条供货关系；不再有效的话，请撤回自己的申报。");
        Record(link, speaker, SupplyStep.Denied);
        return null;
    }
}
