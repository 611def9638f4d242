using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Standards;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Jobs;

namespace LianMeng.Capabilities.Listings;

/// <summary>Supply and demand, posted by firms or for them, open until a day.</summary>
public sealed class ListingsCapability : Capability
{
    public static readonly Permission Read = new("listings.read", "查看供需信息", Roles.Everybody);
    public static readonly Permission Post = new("listings.post", "发布和修改供需信息", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.EnterpriseManager, Role.PurchasingClerk);
    public static readonly Permission OnBehalf = new("listings.on-behalf", "代企业发布和管理供需信息，查看价格", Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary);
    public static readonly Permission Oversee = new("listings.oversee", "查看辖区内各范围、各状态的供需信息", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader);

    public override string Title => "供需信息";

    public override IReadOnlyList<Permission> Permissions => [Read, Post, OnBehalf, Oversee];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("供需信息", "/listings", "list-details", "供需", 21, Access.Needs(Read)),
        new("发布供需", "/listings/new", "plus", "供需", 22, Access.Needs(Post)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddMergeRule<ListingMergeRule>();
        services.AddScoped<Public.ListingOffers>();
        services.AddScoped<Public.ListingQuestions>();
        services.AddScoped<Public.ListingSearch>();
        services.AddScoped<Public.ListingProducts>();
        services.AddSingleton(provider => new SentenceReader(provider.GetRequiredService<ChainBackbones>().Graph, Region.All.Select(r => r.ShortName)));
        services.AddScoped<ListingText>();
        services.AddScoped<ListingTextModel>();
        services.AddScoped<Public.ListingSnapshots>();
        services.AddWorkSource<ListingsWork>();
        services.AddRegisterSource<ListingsRegister>();
        services.AddReaction<FirmLeft>();
        services.AddScheduledJob<ListingDay>();
        services.AddScoped<ImportListingsFile>();
        services.AddAttachments<ListingAttachments>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListListings>("/api/listings", "供需信息");
        api.Post<PostListing>("/api/listings", "发布供需信息");
        api.Get<ReadListingText>("/api/listings/read", "把一句话拆成供需信息的各栏，供核对");
        api.Get<ShowListing>("/api/listings/{id}", "一条供需信息");
        api.Put<EditListing>("/api/listings/{id}", "修改供需信息");
        api.Delete<WithdrawListing>("/api/listings/{id}", "撤回供需信息");
        api.Post<OpenListing>("/api/listings/{id}/open", "发布草稿，或重新征集");
        api.Post<MatchListing>("/api/listings/{id}/matched", "标为已对接");
        api.Post<CloseListing>("/api/listings/{id}/close", "办结");
        api.Post<RenewListing>("/api/listings/{id}/renew", "续期");
        api.Import<ImportListings>();
    }
}
