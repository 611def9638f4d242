using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals;

/// <summary>A side says that a stage was reached, or corrects what it said; an officer writes down what a side said.</summary>
public sealed class StateDealStep(UseCaseContext context, DealNews news, ByProductWays ways) : DealCommand<StateDealStep.Input>(context, news)
{
    public sealed class Input : DealStatementForm, IDealInput
    {
        public Guid Id { get; set; }

        [Display(Name = "代哪一方")]
        public DealSide? Side { get; set; }

        public Guid? Version { get; set; }

        [Display(Name = "进展"), Required]
        public DealStage? Stage { get; set; }
    }

    protected override async Task<Outcome<Guid>?> DoAsync(Deal deal, DealSpeaker speaker, Input input, CancellationToken cancellation)
    {
        var (figures, errors) = input.Check(Now);
        if (figures is null) return Outcome<Guid>.Invalid(errors);
        var stage = input.Stage!.Value;
        // A permit may have run out since the by-product was named: asked again for the day it is about.
        if (stage >= DealStage.Trial && deal.StreamId is { } stream && (await ways.CheckAsync(deal.SellerId, deal.BuyerId, stream, deal.UseId, figures.HappenedOn, cancellation)).Problem is { } closed)
            return Outcome<Guid>.Refused(closed);
        if (deal.Say(stage, figures, speaker, Now) is { } problem) return Outcome<Guid>.Refused(problem);
        var words = ListExport.Words(stage);
        await RecordAsync(deal, speaker, DealAction.Stated, stage, $"请确认合作进展：{words}", $"{deal.Title}：{(speaker.OnBehalf ? "专员、书记代" : "")}{ListExport.Words(speaker.Side)}填报了“{words}”。请打开核对，确认或填写贵企业的内容。", cancellation);
        return null;
    }
}
