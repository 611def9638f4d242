using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Takes back what one side said; when the other said nothing, the link is withdrawn.</summary>
public sealed class WithdrawSupplyLink(UseCaseContext context, SupplyLinkNews news) : SupplyLinkCommand<WithdrawSupplyLink.Input>(context, news)
{
    public sealed class Input : ISupplyLinkInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public SupplySide? Side { get; set; }

        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid>? Do(SupplyLink link, SupplySpeaker speaker, Input input)
    {
        if (!link.Withdraw(speaker.Side, Now)) return Outcome<Guid>.Refused($"{ListExport.Words(speaker.Side)}没有申报，没有可撤回的；对方的申报不属实时请选“否认”。");
        Record(link, speaker, SupplyStep.Withdrawn);
        return null;
    }
}
