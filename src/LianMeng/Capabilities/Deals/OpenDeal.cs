using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Introductions.Public;
using LianMeng.Capabilities.Listings.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Deals;

/// <summary>Two firms met about something: one of them writes it down, or an officer for one of them. Out of an introduction it takes that one along, in the same save.</summary>
public sealed class OpenDeal(UseCaseContext context, FirmDirectory firms, IntroductionBook introductions, ListingQuestions listings, AllianceMembers members, ByProductWays ways, DealNews news)
    : Command<OpenDeal.Input, OpenDeal.Opened>(context)
{
    public sealed class Input : DealStatementForm
    {
        /// <summary>Says who sells and who buys.</summary>
        [Display(Name = "对接")]
        public Guid? IntroductionId { get; set; }

        /// <summary>For whom an officer writes it down: name or code. A firm speaks for itself.</summary>
        [Display(Name = "申报企业"), StringLength(120)]
        public string? Firm { get; set; }

        [Display(Name = "申报企业是")]
        public DealSide? Side { get; set; }

        /// <summary>Name or code.</summary>
        [Display(Name = "对方企业"), StringLength(120)]
        public string? Partner { get; set; }

        [Display(Name = "产品"), StringLength(Deal.ProductLimit)]
        public string? Product { get; set; }

        [Display(Name = "数量"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? Quantity { get; set; }

        [Display(Name = "单位"), StringLength(Deal.UnitLimit)]
        public string? Unit { get; set; }

        /// <summary>元 a unit.</summary>
        [Display(Name = "单价(元)"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? Price { get; set; }

        /// <summary>Further products, one a line.</summary>
        [Display(Name = "更多产品"), StringLength(4000)]
        public string? MoreProducts { get; set; }

        /// <summary>Instead of the fields above.</summary>
        [Display(Name = "产品明细"), MaxLength(Deal.MostLines)]
        public List<DealGoodsForm>? Lines { get; set; }

        [Display(Name = "供需信息")]
        public Guid? ListingId { get; set; }

        /// <summary>A by-product of the seller's register.</summary>
        [Display(Name = "副产品")]
        public Guid? StreamId { get; set; }

        /// <summary>What the buyer makes of it.</summary>
        [Display(Name = "对方的利用能力")]
        public Guid? UseId { get; set; }
    }

    public sealed record Opened(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/deals/{Id}";
    }

    private sealed record Parties(Guid Seller, Guid Buyer, DealSide? Side);

    public override Access Access => Access.Needs(DealsCapability.Act);

    protected override Outcome<Opened> OnDuplicate() => Outcome<Opened>.Refused("这次对接刚刚已登记为合作；请到“合作”里打开它。");

    protected override async Task<Outcome<Opened>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Opened>.Refused("合作属于区县；请由区县专员、联盟书记或企业负责人登记。");
        var (met, errors) = input.Check(Now);
        var goods = Goods(input, errors);
        Parties? parties;
        IntroductionCard? introduction = null;
        if (input.IntroductionId is { } from)
        {
            introduction = await introductions.FindAsync(from, cancellation);
            if (introduction is null) return Outcome<Opened>.NotFound();
            if (introduction.Stage == IntroductionStage.Deal) return Outcome<Opened>.Refused("这次对接已登记为合作，不用再登记。");
            parties = new(introduction.SellerId, introduction.BuyerId, input.Side);
        }
        else
        {
            var (named, refusal) = await NamedAsync(input, errors, cancellation);
            if (refusal is not null) return Outcome<Opened>.Refused(refusal);
            parties = named;
        }

        if (errors.Count > 0 || parties is null) return Outcome<Opened>.Invalid(errors);
        var (speaker, problem) = Actor.SpeakerOf(introduction?.DistrictId ?? Actor.WriteDistrict, parties.Seller, parties.Buyer, parties.Side);
        if (speaker is null) return problem is null ? Outcome<Opened>.Invalid("side", "请选择“申报企业是”：卖方或买方。") : Outcome<Opened>.Refused(problem);

        var listing = introduction?.ListingId ?? (input.ListingId is { } asked && await listings.FindAsync(asked, cancellation) is { } seen ? seen.Id : null);
        if (input.ListingId is not null && listing is null) return Outcome<Opened>.Invalid("listingId", "没有这条供需信息，或不在您的查看范围内。");
        var deal = Deal.Open(Actor.WriteDistrict, parties.Seller, parties.Buyer, goods, new(input.IntroductionId, listing, await AllianceAsync(input.IntroductionId, parties, cancellation)), met!, speaker, Now);
        if (input.StreamId is { } stream)
        {
            if (speaker is { OnBehalf: false, Side: DealSide.Buyer }) return Outcome<Opened>.Invalid("streamId", "副产品由卖方填写。");
            var way = await ways.CheckAsync(deal.SellerId, deal.BuyerId, stream, input.UseId, met!.HappenedOn, cancellation);
            if (way.Problem is not null) return Outcome<Opened>.Refused(way.Problem);
            deal.Link(stream, way.Title, way.Code, input.UseId, Now);
        }

        if (input.IntroductionId is { } led && !await introductions.BecomeDealAsync(led, deal.Id, cancellation))
            return Outcome<Opened>.Refused("这次对接还没有双方同意，或已结束，不能登记为合作；请先在对接里得到双方同意。");
        Db.Add(deal);
        Record(new DealOpened(deal.Id, deal.SellerId, deal.BuyerId, deal.IntroductionId, speaker.Side, speaker.OnBehalf));
        await news.TellAsync(deal, speaker, "请确认：登记了一笔与贵企业的合作", $"{deal.Title}：{(speaker.OnBehalf ? "由专员、书记代录" : $"由{ListExport.Words(speaker.Side)}登记")}。请打开核对并确认；只有双方都确认的才计入统计。", cancellation);
        return Outcome<Opened>.Done(new(deal.Id));
    }

    private static List<DealGoods> Goods(Input input, Dictionary<string, string[]> errors)
    {
        var goods = new List<DealGoods>();
        foreach (var line in input.Lines ?? []) Add("lines", line.Product, line.Quantity, line.Unit, line.Price);
        if (input.Product is not null) Add("unit", input.Product, input.Quantity, input.Unit, input.Price);
        if (!DealGoodsText.TryParse(input.MoreProducts, out var more, out var problem)) errors["moreProducts"] = [problem];
        goods.AddRange(more);
        if (goods.Count == 0 && errors.Count == 0) errors["product"] = ["请填写产品名称。"];
        if (goods.Count > Deal.MostLines) errors["moreProducts"] = [$"一笔合作最多写 {Deal.MostLines} 种产品。"];
        return goods;

        void Add(string field, string? product, decimal? quantity, string? unit, decimal? price)
        {
            var name = ImportText.Clean(product ?? "");
            if (name.Length == 0) errors["product"] = ["请填写产品名称。"];
            else if (quantity is not null && string.IsNullOrWhiteSpace(unit)) errors[field] = ["填了数量就要填单位，例如 吨、件。"];
            else goods.Add(new(name, quantity, quantity is null ? null : unit!.Trim(), price));
        }
    }

    private async Task<(Parties? Parties, string? Refusal)> NamedAsync(Input input, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        var own = Actor.OrganisationId is { } id && Actor.FirmsFor(DealsCapability.Confirm).Contains(id) && await firms.FindAsync(id, cancellation) is { } mine && mine.DistrictId == Actor.WriteDistrict ? mine : null;
        if (own is null && !Actor.May(DealsCapability.OnBehalf)) return (null, "您的账号没有关联名册里的企业，不能登记；请联系联盟书记。");
        own ??= await firms.MeantAsync(Actor.WriteDistrict, "firm", input.Firm, "请填写申报企业的名称或统一社会信用代码。", errors, cancellation);
        var partner = await firms.MeantAsync(Actor.WriteDistrict, "partner", input.Partner, "请填写对方企业的名称或统一社会信用代码。", errors, cancellation);
        if (input.Side is null) errors["side"] = ["请选择申报企业是卖方还是买方。"];
        if (own is not null && partner?.Id == own.Id) errors["partner"] = ["对方企业不能是申报企业自己。"];
        if (errors.Count > 0 || own is null || partner is null) return (null, null);
        return (input.Side == DealSide.Seller ? new(own.Id, partner.Id, input.Side) : new(partner.Id, own.Id, input.Side), null);
    }

    /// <summary>That of the introduction, else one that both are members of.</summary>
    private async Task<Guid?> AllianceAsync(Guid? introduction, Parties parties, CancellationToken cancellation)
    {
        if (introduction is { } id) return await introductions.Figures().Where(i => i.Id == id).Select(i => i.AllianceId).FirstOrDefaultAsync(cancellation);
        var alliances = await members.OfAsync([parties.Seller, parties.Buyer], cancellation);
        return alliances[parties.Seller].Intersect(alliances[parties.Buyer]).Order().Select(a => (Guid?)a).FirstOrDefault();
    }
}
