using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>A side states its own figures: answering the other's, or changing what it said before. The two are kept apart.</summary>
public sealed class StateSupplyLink(UseCaseContext context, SupplyLinkNews news) : SupplyLinkCommand<StateSupplyLink.Input>(context, news)
{
    public sealed class Input : SupplyLinkForm, ISupplyLinkInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public SupplySide? Side { get; set; }

        public Guid? Version { get; set; }
    }

    protected override Outcome<Guid>? Do(SupplyLink link, SupplySpeaker speaker, Input input)
    {
        if (link.State == SupplyLinkState.Withdrawn) return Outcome<Guid>.Refused("这条供货关系已撤回；需要时请重新申报。");
        var (figures, errors) = input.Check();
        if (figures is null) return Outcome<Guid>.Invalid(errors);
        if (link.Say(figures, speaker, Now)) Record(link, speaker, SupplyStep.Stated);
        return null;
    }
}
