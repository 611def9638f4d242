using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.ByProductUses;

/// <summary>A firm says what by-products it takes; an officer for a firm of the district.</summary>
public sealed class StateByProductUse(UseCaseContext context, FirmDirectory firms) : Command<StateByProductUse.Input, StateByProductUse.Stated>(context)
{
    public sealed class Input : ByProductUseForm
    {
        /// <summary>Name or code of the receiver; only officers say it.</summary>
        [Display(Name = "接收企业"), StringLength(120)]
        public string? Firm { get; set; }
    }

    public sealed record Stated(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/by-product-uses/{Id}";
    }

    public override Access Access => Access.Needs(ByProductUsesCapability.Keep);

    protected override async Task<Outcome<Stated>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Stated>.Refused("副产品利用能力属于区县；请由区县专员、联盟书记或企业负责人登记。");
        var onBehalf = Actor.May(ByProductUsesCapability.OnBehalf);
        var asked = ImportText.Clean(input.Firm ?? "");
        if (onBehalf && asked.Length == 0) return Outcome<Stated>.Invalid("firm", "请填写接收企业的名称或统一社会信用代码。");
        var firm = onBehalf ? (await firms.NamedAsync(Actor.WriteDistrict, [asked], cancellation))[asked].ToList() is [var one] ? one : null
            : Actor.OrganisationId is { } id ? await firms.FindAsync(id, cancellation) : null;
        if (firm is null) return onBehalf ? Outcome<Stated>.Invalid("firm", "名册里没有这家企业，或有几家同名；请填全称或统一社会信用代码。") : Outcome<Stated>.Refused("您的账号没有关联名册里的企业，不能登记；请联系联盟书记。");
        var (details, errors) = input.Check();
        if (details is null) return Outcome<Stated>.Invalid(errors);
        var use = ByProductUse.Of(Actor.WriteDistrict, firm.Id, details, Now);
        Db.Add(use);
        Record(new ByProductUseStated(use.Id, firm.Id));
        return Outcome<Stated>.Done(new(use.Id));
    }
}
