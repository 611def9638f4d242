using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Engine.Matching;
using LianMeng.Engine.Standards;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;

namespace LianMeng.Capabilities.Matching;

/// <summary>For any free text the firms that can supply it, best first, each with its reasons.</summary>
public sealed class MatchingCapability : Capability
{
    public static readonly Permission Search = new("matching.search", "查找对接对象", Roles.Everybody);

    public static readonly Permission Own = new("matching.own", "查看与本企业相符的供需", Role.EnterpriseManager);

    public static readonly Permission Words = new("matching.words", "查看没有好结果的查找，维护同义词", Role.SystemAdministrator, Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary);

    public override string Title => "找对接";

    public override IReadOnlyList<Permission> Permissions => [Search, Own, Words];

    public override IReadOnlyList<MenuLine> Menu => [new("找对接", "/match", "arrows-exchange", "供需", 20, Access.Needs(Search)), new("新来企业", "/organisations/newcomer", "building", "供需", 24, Access.Needs(Search)), new("与我相符", "/match/mine", "star", "供需", 23, Access.Needs(Own)), new("保存的查找", "/saved-searches", "history", "供需", 25, Access.Needs(Search)), new("查找用词", "/match/words", "wand", "供需", 26, Access.Needs(Words)) { Also = ["/match/synonyms", "/match/coverage"] }];

    public override IReadOnlyList<Setting> Settings => [TellCounterpart.MostADay, PoorQuestionRetention.Days];

    public override void AddServices(IServiceCollection services)
    {
        services.AddMergeRule<MatchRejectionMergeRule>();
        services.AddSingleton(provider => new MatchIndex(
            provider.GetRequiredService<ChainBackbones>().Graph,
            code => Region.Find(code)?.Current.ShortName,
            Region.All.Select(r => r.ShortName)));
        services.AddScoped<MatchAnswers>();
        services.AddSingleton<SynonymBook>();
        services.AddSingleton<PoorQuestionLog>();
        services.AddHostedService(provider => provider.GetRequiredService<PoorQuestionLog>());
        services.AddRetention<PoorQuestionRetention>();
        services.AddScoped<SynonymRules>();
        services.AddScoped<ImportSynonymsFile>();
        services.AddSingleton(provider => new NearestProduct(provider.GetRequiredService<ChainBackbones>().Graph));
        services.AddScoped<NameBook>();
        services.AddScoped<FreeQuestions>();
        services.AddScoped<SavedSearchFinder>();
        services.AddScheduledJob<SavedSearchDay>();
        services.AddScoped<Public.LocalMakers>();
        services.AddReaction<CounterpartsTold>();
        services.AddFollower<MatchingFollower>();
        services.AddWorkSource<MatchingWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.Get<FindMatches>("/api/match", "找对接：谁能供应（或采购）");
        api.Get<ShowOwnMatches>("/api/match/mine", "与本企业相符的供需");
        api.Get<ShowNewcomer>("/api/match/newcomer", "新来企业：要买的谁在做");
        api.Post<KeepPurchases>("/api/match/newcomer/purchases", "把列出的登记为企业的采购");
        api.List<ListPoorQuestions>("/api/match/poor-questions", "没有好结果的查找");
        api.List<ListSynonyms>("/api/match/synonyms", "同义词");
        api.Post<AddSynonyms>("/api/match/synonyms", "添加同义词，一行一组");
        api.Put<EditSynonyms>("/api/match/synonyms/{id}", "修改一组同义词");
        api.Delete<RemoveSynonyms>("/api/match/synonyms/{id}", "删除一组同义词");
        api.Import<ImportSynonyms>();
        api.Get<ShowNameCoverage>("/api/match/coverage", "产品名覆盖：多少认得，多少不认得");
        api.List<ListProductNames>("/api/match/coverage/names", "名册和供需信息里的产品名");
        api.List<ListCoverageFirms>("/api/match/coverage/firms", "企业的产品名认得多少");
        api.List<ListNameRecords>("/api/match/coverage/records", "写着一个产品名的记录");
        api.List<ListSavedSearches>("/api/saved-searches", "保存的查找");
        api.Post<SaveSearch>("/api/saved-searches", "保存一个查找");
        api.Put<RenameSavedSearch>("/api/saved-searches/{id}", "给保存的查找改名");
        api.Delete<RemoveSavedSearch>("/api/saved-searches/{id}", "删除保存的查找");
        api.Get<ShowListingMatches>("/api/listings/{id}/matches", "一条供需信息的对接对象");
        api.Post<RejectMatch>("/api/listings/{id}/matches/reject", "把对接对象标为不合适");
        api.Post<RestoreMatch>("/api/listings/{id}/matches/restore", "取消“不合适”");
    }
}
