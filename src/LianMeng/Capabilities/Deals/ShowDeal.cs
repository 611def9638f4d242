using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>One deal: what each side says of each stage, what holds, and what the actor may do.</summary>
public sealed class ShowDeal(UseCaseContext context, FirmDirectory firms, PersonNames people, LedgerTimeline timeline, ByProductWays ways, SettingValues settings) : Show<ShowDeal.Input, ShowDeal.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record View
    {
        public required Guid Id { get; init; }

        /// <summary>Null for those who may only read.</summary>
        public Guid? Version { get; init; }
        public required string Title { get; init; }
        public required Firm Seller { get; init; }
        public required Firm Buyer { get; init; }
        public required IReadOnlyList<DealGoods> Lines { get; init; }
        public required DealOrigin Origin { get; init; }
        public Guid? IntroductionId { get; init; }
        public Guid? ListingId { get; init; }
        public required DealStage Stage { get; init; }

        /// <summary>The furthest stage that both confirmed.</summary>
        public DealStage? Reached { get; init; }
        public required DealCondition Condition { get; init; }
        public required IReadOnlyList<Step> Steps { get; init; }
        public DealSide? DisputedBy { get; init; }
        public string? Dispute { get; init; }

        /// <summary>UTC.</summary>
        public DateTime? DisputedAt { get; init; }
        public string? Settlement { get; init; }
        public DealSide? FailedBy { get; init; }
        public string? Failure { get; init; }
        public ByProduct? Stream { get; init; }
        public required IReadOnlyList<FollowUp> FollowUps { get; init; }

        /// <summary>Number of the follow-up that is due; 0 for none.</summary>
        public int DueFollowUp { get; init; }
        public required bool MayAct { get; init; }

        /// <summary>The side of the own firm; null for officers, who name one.</summary>
        public DealSide? OwnSide { get; init; }

        /// <summary>Why the actor, who holds a post at both firms, may not speak.</summary>
        public string? Bar { get; init; }

        /// <summary>Stages that may be stated now.</summary>
        public required IReadOnlyList<DealStage> Next { get; init; }

        /// <summary>To choose from, for the seller and officers until the contract.</summary>
        public IReadOnlyList<ByProductWays.Choice> Streams { get; init; } = [];
        public IReadOnlyList<ByProductWays.Choice> Uses { get; init; } = [];
        public required DateTime OpenedAt { get; init; }
        public IReadOnlyList<LedgerTimeline.Line> Timeline { get; init; } = [];
    }

    public sealed record Firm(Guid Id, string Name);

    /// <param name="HappenedOn">of both, once they agree</param>
    /// <param name="Amount">元 that both state</param>
    /// <param name="MayConfirm">by the actor</param>
    public sealed record Step(DealStage Stage, DealStepState State, DateOnly HappenedOn, decimal? Amount, Statement? Seller, Statement? Buyer, bool MayConfirm);

    /// <param name="At">UTC</param>
    /// <param name="OnBehalf">代录</param>
    public sealed record Statement(DateOnly HappenedOn, decimal? Amount, string? Note, DateTime At, string? By, bool OnBehalf);

    /// <param name="Code">waste code; null for goods</param>
    /// <param name="Use">what the buyer makes of it</param>
    public sealed record ByProduct(string Title, string? Code, Guid? UseId, string? Use);

    /// <param name="At">UTC</param>
    /// <param name="Side">null: an officer asked</param>
    public sealed record FollowUp(int Number, FollowUpOutcome Outcome, string? Text, DealSide? Side, string? By, DateTime At);

    public override Access Access => Access.Needs(DealsCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var deal = await Db.Deals().AsNoTracking().SeenBy(Actor).FirstOrDefaultAsync(d => d.Id == input.Id, cancellation);
        if (deal is null) return null;
        var known = await firms.Firms().Where(f => f.Id == deal.SellerId || f.Id == deal.BuyerId).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var persons = deal.Steps.SelectMany(s => s.Statements).Select(s => s.EnteredBy).Concat(deal.Answers.Select(f => f.AnsweredBy)).OfType<Guid>().Distinct().ToList();
        var names = await people.KnownAsync(persons, cancellation);
        var (speaker, bar) = Actor.SpeakerOf(deal.DistrictId, deal.SellerId, deal.BuyerId, DealSide.Seller);
        var own = speaker is { OnBehalf: false } ? speaker.Side : (DealSide?)null;
        var open = deal.Condition is DealCondition.Running or DealCondition.Disputed;
        var mayLink = speaker is { Side: DealSide.Seller } && open && deal.Reached < (int)DealStage.Contract;
        var uses = deal.UseId is not null || mayLink ? await ways.UsesAsync(deal.BuyerId, cancellation) : [];
        return new View
        {
            Id = deal.Id,
            Version = speaker is null ? null : deal.Version,
            Title = deal.Title,
            Seller = Named(deal.SellerId),
            Buyer = Named(deal.BuyerId),
            Lines = [.. deal.Lines.OrderBy(l => l.Place).Select(l => new DealGoods(l.Product, l.Quantity, l.Unit, l.Price))],
            Origin = deal.Origin,
            IntroductionId = deal.IntroductionId,
            ListingId = deal.ListingId,
            Stage = deal.Stage,
            Reached = deal.Reached == 0 ? null : (DealStage)deal.Reached,
            Condition = deal.Condition,
            Steps = [.. deal.Steps.OrderBy(s => s.Stage).Select(s => new Step(s.Stage, s.State, s.HappenedOn, s.Amount, Said(s.Of(DealSide.Seller)), Said(s.Of(DealSide.Buyer)), own is { } side && deal.Condition is not (DealCondition.Failed or DealCondition.Void) && s.WaitsFor(side)))],
            DisputedBy = deal.DisputedBy,
            Dispute = deal.Dispute,
            DisputedAt = deal.DisputedAt,
            Settlement = deal.Settlement,
            FailedBy = deal.FailedBy,
            Failure = deal.Failure,
            Stream = deal.StreamTitle is null ? null : new(deal.StreamTitle, deal.StreamCode, deal.UseId, uses.FirstOrDefault(u => u.Id == deal.UseId)?.Title),
            FollowUps = [.. deal.Answers.OrderBy(f => f.Number).Select(f => new FollowUp(f.Number, f.Outcome, f.Text, f.Side, f.AnsweredBy is { } by ? names.GetValueOrDefault(by) : null, f.AnsweredAt))],
            DueFollowUp = deal.DueFollowUp(ChinaTime.Today(Now), DealsCapability.DaysOf(settings)),
            MayAct = speaker is not null,
            OwnSide = own,
            Bar = speaker is null && Actor.FirmsFor(DealsCapability.Confirm).Count > 1 ? bar : null,
            Next = deal.MayBeStated(),
            Streams = mayLink ? await ways.StreamsAsync(deal.SellerId, cancellation) : [],
            Uses = mayLink ? uses : [],
            OpenedAt = deal.OpenedAt,
            Timeline = await timeline.OfAsync(deal.Id, cancellation),
        };

        Firm Named(Guid id) => new(id, known.GetValueOrDefault(id) ?? "已移出名册的企业");

        Statement? Said(DealStatement? said) => said is null ? null : new(said.HappenedOn, said.Amount, said.Note, said.At, said.EnteredBy is { } by ? names.GetValueOrDefault(by) : null, said.OnBehalf);
    }
}
