using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Deals.Substitutions;

/// <summary>A buyer writes down what it moved from outside to a local maker and what that saves; an officer writes down what a buyer said.</summary>
public sealed class StateSubstitution(UseCaseContext context, FirmDirectory firms, DealNews news) : Command<StateSubstitution.Input, StateSubstitution.Stated>(context)
{
    public sealed class Input
    {
        /// <summary>For whom an officer writes it down: name or code. A firm speaks for itself.</summary>
        [Display(Name = "采购企业"), StringLength(120)]
        public string? Firm { get; set; }

        /// <summary>Name or code.</summary>
        [Display(Name = "本地供方"), Required, StringLength(120)]
        public string? Maker { get; set; }

        [Display(Name = "产品"), Required, StringLength(SubstitutionRecord.ProductLimit)]
        public string? Product { get; set; }

        [Display(Name = "原来从哪里买"), StringLength(SubstitutionRecord.PlaceLimit)]
        public string? FromPlace { get; set; }

        [Display(Name = "改由本地供应的日期"), Required]
        public DateOnly? MovedOn { get; set; }

        /// <summary>A year.</summary>
        [Display(Name = "年数量"), Range(typeof(decimal), "0", "1000000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? Quantity { get; set; }

        [Display(Name = "单位"), StringLength(SubstitutionRecord.UnitLimit)]
        public string? Unit { get; set; }

        /// <summary>元 a year.</summary>
        [Display(Name = "价格节约(元/年)"), Range(typeof(decimal), "-10000000000000", "10000000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? PriceSaving { get; set; }

        /// <summary>元 a year.</summary>
        [Display(Name = "运费节约(元/年)"), Range(typeof(decimal), "-10000000000000", "10000000000000", ParseLimitsInInvariantCulture = true)]
        public decimal? FreightSaving { get; set; }

        [Display(Name = "交期缩短(天)"), Range(-3650, 3650)]
        public int? LeadDaysSaved { get; set; }

        [Display(Name = "说明"), StringLength(SubstitutionRecord.NoteLimit)]
        public string? Note { get; set; }
    }

    public sealed record Stated(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => "/api/substitution-ledger";
    }

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public override Access Access => Access.Needs(DealsCapability.Act);

    protected override async Task<Outcome<Stated>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Stated>.Refused("本地替代台账属于区县；请由区县专员、联盟书记或采购企业登记。");
        var speaks = Actor.FirmsFor(DealsCapability.Confirm);
        if (speaks.Count == 0 && !Actor.May(DealsCapability.OnBehalf)) return Outcome<Stated>.Refused("您的账号没有关联名册里的企业，不能登记；请联系联盟书记。");
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var own = speaks.Count > 0 && Actor.OrganisationId is { } id && speaks.Contains(id) ? await firms.FindAsync(id, cancellation) : null;
        var buyer = own ?? await firms.MeantAsync(Actor.WriteDistrict, "firm", input.Firm, "请填写采购企业的名称或统一社会信用代码。", errors, cancellation);
        var maker = await firms.MeantAsync(Actor.WriteDistrict, "maker", input.Maker, "请填写本地供方的名称或统一社会信用代码。", errors, cancellation);
        if (buyer is not null && maker?.Id == buyer.Id) errors["maker"] = ["本地供方不能是采购企业自己。"];
        if (input.MovedOn > ChinaTime.Today(Now) || input.MovedOn < Earliest) errors["movedOn"] = ["日期应在 2000 年到今天之间；还没改的等改了再填。"];
        if (input.Quantity is not null && string.IsNullOrWhiteSpace(input.Unit)) errors["unit"] = ["填了数量就要填单位，例如 吨、件。"];
        var product = ImportText.Clean(input.Product!);
        if (product.Length == 0) errors["product"] = ["请填写产品名称。"];
        if (errors.Count > 0) return Outcome<Stated>.Invalid(errors);

        var record = SubstitutionRecord.State(Actor.WriteDistrict, buyer!.Id, maker!.Id,
            new(product, Text(input.FromPlace), input.MovedOn!.Value, input.Quantity, input.Quantity is null ? null : input.Unit!.Trim(), input.PriceSaving, input.FreightSaving, input.LeadDaysSaved, Text(input.Note)), Actor.UserId, own is null, Now);
        Db.Add(record);
        Record(new SubstitutionMoved(record.Id, record.BuyerId, record.MakerId, SubstitutionAction.Stated, own is null ? null : DealSide.Buyer));
        List<Guid> told = own is null ? [record.BuyerId, record.MakerId] : [record.MakerId];
        await news.TellAsync(told, "请确认：一条本地替代", $"{record.Product}：{buyer.Name} 登记改由 {maker.Name} 供应。双方都确认的才计入台账合计。", "/substitutions?waiting=true", record.Id, $"substitution:{record.Id:N}", cancellation);
        return Outcome<Stated>.Done(new(record.Id));
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
