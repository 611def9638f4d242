using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>Says the same as the other side, in its figures; where the two differ, this one takes the other's.</summary>
public sealed class ConfirmSupplyLink(UseCaseContext context, SupplyLinkNews news) : SupplyLinkCommand<ConfirmSupplyLink.Input>(context, news)
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
        if (link.Of(SupplyLink.Other(speaker.Side)) is not { } other) return Outcome<Guid>.Refused($"{ListExport.Words(SupplyLink.Other(speaker.Side))}没有申报，没有可确认的内容。");
        if (link.Say(other.Figures, speaker, Now)) Record(link, speaker, SupplyStep.Confirmed);
        return null;
    }
}
