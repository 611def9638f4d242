using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Alliances and chain committees: founding, members, posts, the rotating chair, registers.</summary>
public sealed class AlliancesCapability : Capability
{
    // Four tiers: the district sees and reminds, departments support, the committee acts, the firms' Party organisations execute.
    public static readonly Permission Read = new("alliances.read", "查看联盟和成员名单", Roles.Everybody);
    public static readonly Permission Oversee = new("alliances.oversee", "查看联盟的清单、复核、轮值和经过", [Role.CityOfficer, Role.DistrictOfficer, .. Roles.OfAlliance]);
    public static readonly Permission Found = new("alliances.found", "筹建、批复、运行和撤销联盟，任免联盟职务", Role.DistrictOfficer, Role.AllianceSecretary);
    public static readonly Permission Remind = new("alliances.remind", "提醒联盟和成员", Role.DistrictOfficer);
    public static readonly Permission Act = new("alliances.act", "管理成员、复核、轮值、清单和运行保障", Role.AllianceSecretary, Role.DeputySecretary, Role.CommitteeMember, Role.ChainLeader, Role.PartyInstructor);
    public static readonly Permission Serve = new("alliances.serve", "记录对成员的活动和服务", [.. Act.Roles, Role.DistrictOfficer, Role.ServiceCommissioner]);
    public static readonly Permission Execute = new("alliances.execute", "为本企业申请加入、答复轮值邀请", Role.EnterpriseManager, Role.PartyClerk);
    public static readonly Permission Answer = new("alliances.answer", "答复轮值邀请（委员会可代录）", [.. Act.Roles, .. Execute.Roles]);
    public static readonly Permission Finish = new("alliances.finish", "办理本单位、本人的清单事项", [.. Act.Roles, Role.ServiceCommissioner, Role.Liaison, Role.EnterpriseManager, Role.PartyClerk]);
    public static readonly Permission Registers = new("alliances.registers", "查看联盟清单（单位只看本单位负责的）", [.. Oversee.Roles, Role.Liaison, Role.EnterpriseManager, Role.PartyClerk]);

    public static readonly Setting ReviewMonths = new("Alliances:ReviewMonths", "联盟", "成员复核的间隔", "成为正式成员或上次复核满这些月，列入待复核。", "个月", 12, 1, 60);

    public override string Title => "联盟";

    public override IReadOnlyList<Permission> Permissions => [Read, Oversee, Found, Remind, Act, Serve, Execute, Answer, Finish, Registers];

    public override IReadOnlyList<Setting> Settings => [ReviewMonths, ChairRotation.Months, ChairRotation.LeastSize];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("联盟", "/alliances", "users-group", "联盟", 31, Access.Needs(Read)),
        new("加入联盟", "/alliances/apply", "heart-handshake", "联盟", 32, Access.Needs(Execute)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<Public.AllianceMembers>();
        services.AddScoped<ChairEnding>();
        services.AddScoped<ChairRotation>();
        services.AddScoped<MemberRows>();
        services.AddScoped<AllianceBoard>();
        services.AddScoped<LeftEntries>();
        services.AddScoped<MembershipRoster>();
        services.AddScoped<RegisterRoster>();
        services.AddRegisterSource<EntryRegister>();
        services.AddRegisterSource<MembershipRegister>();
        services.AddAttachments<AllianceAttachments>();
        services.AddAttachments<MembershipAttachments>();
        services.AddMergeRule<MembershipMergeRule>();
        services.AddMergeRule<ChairTermMergeRule>();
        services.AddMergeRule<RegisterEntryMergeRule>();
        services.AddMergeRule<ServiceRecordMergeRule>();
        services.AddWorkSource<AlliancesWork>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListAlliances>("/api/alliances", "联盟");
        api.Post<FoundAlliance>("/api/alliances", "筹建联盟");
        api.Get<ShowAlliance>("/api/alliances/{id}", "一个联盟");
        api.Put<EditAlliance>("/api/alliances/{id}", "修改联盟资料");
        api.Post<AddApproval>("/api/alliances/{id}/approvals", "登记批复");
        api.Post<StartAlliance>("/api/alliances/{id}/start", "转入运行");
        api.Post<DissolveAlliance>("/api/alliances/{id}/dissolve", "撤销联盟");
        api.Put<StateGuarantee>("/api/alliances/{id}/guarantee", "运行保障");
        api.List<ListMembers>("/api/alliances/{id}/members", "联盟成员");
        api.Post<AddMember>("/api/alliances/{id}/members", "登记成员申请");
        api.Post<ApplyForMembership>("/api/alliances/{id}/applications", "申请加入联盟");
        api.Post<DecideReviews>("/api/alliances/{id}/reviews", "年度复核");
        api.Get<ShowMembership>("/api/memberships/{id}", "一家成员");
        api.Post<MoveMembership>("/api/memberships/{id}/move", "成员状态的下一步");
        api.Post<JudgeMember>("/api/memberships/{id}/judgement", "轮值资格认定");
        api.Post<NameInstructor>("/api/memberships/{id}/instructor", "指定党建指导员");
        api.Post<RecordService>("/api/memberships/{id}/services", "记录活动和服务");
        api.Import<ImportMemberships>();
        api.List<ListPosts>("/api/alliances/{id}/mandates", "联盟任职");
        api.Post<AppointToPost>("/api/alliances/{id}/mandates", "任命");
        api.Post<EndAppointment>("/api/alliances/mandates/{id}/end", "免去联盟职务");
        api.Get<ShowChart>("/api/alliances/{id}/chart", "组织架构");
        api.Get<ShowRotation>("/api/alliances/{id}/rotation", "轮值：下一任和理由");
        api.Post<DecideRotation>("/api/alliances/{id}/rotation", "轮值：邀请或跳过");
        api.Post<AnswerChairInvitation>("/api/chair-terms/{id}/answer", "答复轮值邀请");
        api.Post<EndChairTerm>("/api/chair-terms/{id}/end", "撤回邀请或提前终止");
        api.Get<ShowHandover>("/api/chair-terms/{id}/handover", "轮值交接单");
        HandoverDocument.Map(api.Routes);
        api.List<ListRegisters>("/api/alliances/{id}/registers", "清单管理");
        api.Post<RaiseEntry>("/api/alliances/{id}/registers", "登记清单事项");
        api.Get<ShowLeftEntries>("/api/alliances/{id}/handover", "待交接的清单事项");
        api.Post<HandOverEntries>("/api/alliances/{id}/handover", "移交清单事项");
        api.Get<ShowEntry>("/api/register-entries/{id}", "一项清单事项");
        api.Put<EditEntry>("/api/register-entries/{id}", "修改清单事项");
        api.Post<MoveEntry>("/api/register-entries/{id}/move", "报完成、销号、退回");
        api.Post<RemindAlliance>("/api/alliances/{id}/reminders", "提醒");
        api.Import<ImportRegisterEntries>();
    }
}
