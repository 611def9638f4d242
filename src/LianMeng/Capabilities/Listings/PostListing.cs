using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Listings;

/// <summary>Posts a supply or demand: a firm for itself, an officer for a firm of the district or for one that is not named.</summary>
public sealed class PostListing(UseCaseContext context, FirmDirectory firms) : Command<PostListing.Input, PostListing.Created>(context)
{
    public sealed class Input : ListingForm
    {
        /// <summary>The firm, when an officer posts for one; a manager always posts for the own firm.</summary>
        [Display(Name = "企业")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "先存草稿")]
        public bool Draft { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/listings/{Id}";
    }

    public override Access Access => Access.Needs(ListingsCapability.Post);

    protected override Outcome<Created> OnDuplicate()
        => Outcome<Created>.Refused("已有一条内容相同、仍然有效的供需信息；请在“我的供需”里直接修改或续期，不必重复发布。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Created>.Refused("供需信息属于区县；请由区县专员、联盟书记或企业负责人发布。");
        var onBehalf = Actor.May(ListingsCapability.OnBehalf);
        if (!onBehalf && input.OrganisationId is { } other && other != Actor.OrganisationId)
            return Outcome<Created>.Invalid("organisationId", "只能为本企业发布。");

        var firmId = onBehalf ? input.OrganisationId : Actor.OrganisationId;
        var firm = firmId is { } id ? await firms.FindAsync(id, cancellation) : null;
        if (firm is not null && firm.DistrictId != Actor.WriteDistrict) firm = null; // the console reads every district and posts for one
        if (firmId is not null && firm is null)
            return onBehalf ? Outcome<Created>.Invalid("organisationId", "名册里没有这家企业，请重新选择。") : Outcome<Created>.Refused("贵企业不在名册中，不能发布；请联系联盟书记。");
        if (firm is null && !onBehalf) return Outcome<Created>.Refused("您的账号没有关联企业，不能发布；请联系系统管理员。");

        var (details, errors) = input.Check(ChinaTime.Today(Now), firm?.RegionCode);
        if (details is null) return Outcome<Created>.Invalid(errors);

        var listing = Listing.Post(Actor.WriteDistrict, firm?.Id, Actor.UserId, details, input.Draft, Now);
        if (firm is not null && listing.IsSeenBeyondDistrict) await firms.PublishAsync(firm.Id, cancellation);
        Db.Add(listing);
        Record(new ListingPosted(listing.Id, listing.OrganisationId, listing.Kind, listing.State));
        return Outcome<Created>.Done(new(listing.Id));
    }
}
