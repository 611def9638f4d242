using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.SupplyLinks;

/// <summary>A firm says whom it sells to or buys from; an officer writes down what a firm said. Declared by the other side already, it becomes one link with two statements.</summary>
public sealed class DeclareSupplyLink(UseCaseContext context, FirmDirectory firms, SupplyLinkNews news) : Command<DeclareSupplyLink.Input, DeclareSupplyLink.Declared>(context)
{
    public sealed class Input : SupplyLinkForm
    {
        /// <summary>Whose declaration it is: name or code. Only officers say it; a firm speaks for itself.</summary>
        [Display(Name = "申报企业"), StringLength(120)]
        public string? Firm { get; set; }

        [Display(Name = "申报企业是")]
        public SupplySide? Side { get; set; }

        /// <summary>Name or code.</summary>
        [Display(Name = "对方企业"), Required, StringLength(120)]
        public string? Partner { get; set; }

        [Display(Name = "产品"), Required, StringLength(SupplyLink.ProductLimit)]
        public string? Product { get; set; }
    }

    public sealed record Declared(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/supply-links/{Id}";
    }

    public override Access Access => Access.Needs(SupplyLinksCapability.Declare);

    protected override Outcome<Declared> OnDuplicate() => Outcome<Declared>.Refused("对方刚刚申报了同一条供货关系；请打开它确认。");

    protected override async Task<Outcome<Declared>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Declared>.Refused("供货关系属于区县；请由区县专员、联盟书记或企业负责人申报。");
        var onBehalf = Actor.May(SupplyLinksCapability.OnBehalf);
        var (figures, errors) = input.Check();
        var own = onBehalf ? null : await OwnAsync(cancellation);
        if (!onBehalf && own is null) return Outcome<Declared>.Refused("您的账号没有关联名册里的企业，不能申报；请联系联盟书记。");
        var speaker = own ?? await firms.MeantAsync(Actor.WriteDistrict, "firm", input.Firm, "请填写申报企业的名称或统一社会信用代码。", errors, cancellation);
        var partner = await firms.MeantAsync(Actor.WriteDistrict, "partner", input.Partner, "请填写对方企业的名称或统一社会信用代码。", errors, cancellation);
        if (input.Side is null) errors["side"] = ["请选择申报企业是卖方还是买方。"];
        if (speaker is not null && partner?.Id == speaker.Id) errors["partner"] = ["对方企业不能是申报企业自己。"];
        var product = ImportText.Clean(input.Product!);
        if (SupplyLink.KeyOf(product).Length == 0) errors["product"] = ["请填写产品名称。"];
        if (errors.Count > 0) return Outcome<Declared>.Invalid(errors);

        var pair = new FirmPair(speaker!, partner!, input.Side!.Value);
        var (link, step) = await SayAsync(pair, product, figures!, new(pair.Side, Actor.UserId, onBehalf && !Actor.Trusted), cancellation);
        if (step is { } done)
        {
            Record(new SupplyLinkMoved(link.Id, link.SellerId, link.BuyerId, pair.Side, done, onBehalf && !Actor.Trusted, link.State));
            await news.TellAsync(link, pair.Side, done, cancellation);
        }

        return Outcome<Declared>.Done(new(link.Id));
    }

    /// <summary>A new link, or the statement of this side to the one that is there.</summary>
    private async Task<(SupplyLink Link, SupplyStep? Step)> SayAsync(FirmPair pair, string product, SupplyFigures figures, SupplySpeaker speaker, CancellationToken cancellation)
    {
        var (seller, buyer, key) = (pair.Seller, pair.Buyer, SupplyLink.KeyOf(product));
        var known = await Db.Links().FirstOrDefaultAsync(l => l.SellerId == seller && l.BuyerId == buyer && l.ProductKey == key && l.State != SupplyLinkState.Withdrawn, cancellation);
        if (known is not null) return (known, known.Say(figures, speaker, Now) ? SupplyStep.Stated : null);
        var link = SupplyLink.Declare(Actor.WriteDistrict, seller, buyer, product, figures, speaker, Now);
        Db.Add(link);
        return (link, SupplyStep.Declared);
    }

    private async Task<FirmDirectory.Row?> OwnAsync(CancellationToken cancellation)
        => Actor.OrganisationId is { } id && await firms.FindAsync(id, cancellation) is { } firm && firm.DistrictId == Actor.WriteDistrict ? firm : null;
}
