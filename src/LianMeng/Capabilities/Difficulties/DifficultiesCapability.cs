using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Files.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The closed loop: a difficulty is raised, taken on, given to units with clocks of their own, answered, and closed when each firm concerned has said that it is solved.</summary>
public sealed class DifficultiesCapability : Capability
{
    private static readonly Role[] Guides = [Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary];

    public static readonly Permission Read = new("difficulties.read", "查看难题（只看与自己有关的）", Roles.Everybody);
    public static readonly Permission Oversee = new("difficulties.oversee", "查看本联盟、本区县的全部难题", Role.CityOfficer, Role.DistrictOfficer, Role.AllianceSecretary, Role.DeputySecretary, Role.ChainLeader, Role.PartyInstructor, Role.ServiceCommissioner);
    public static readonly Permission Raise = new("difficulties.raise", "登记难题，撤回自己登记的", [Role.DistrictOfficer, .. Roles.OfAlliance, Role.EnterpriseManager, .. Roles.Colleagues]);
    public static readonly Permission Speak = new("difficulties.speak", "为本企业补充情况、评价结果", [Role.EnterpriseManager, .. Roles.Colleagues]);
    public static readonly Permission Guide = new("difficulties.guide", "受理、交办、改派、合并难题", Guides);
    public static readonly Permission Rule = new("difficulties.rule", "裁定承办单位的异议", [.. Guides, Role.ChainLeader]);
    public static readonly Permission RuleElevated = new("difficulties.rule-elevated", "裁定提请的（第二次）异议", Role.ChainLeader);
    public static readonly Permission Handle = new("difficulties.handle", "为本单位签收、办理、答复难题", Role.Liaison);
    public static readonly Permission Decide = new("difficulties.decide", "批准延期（书记批牵头的，牵头批协办的）、挂账", [.. Guides, Role.Liaison]);
    public static readonly Permission Halt = new("difficulties.halt", "暂停难题的计时", [.. Guides, Role.Liaison]);
    public static readonly Permission FollowUp = new("difficulties.follow-up", "回访企业、代录评价", [.. Guides, Role.PartyInstructor, Role.ServiceCommissioner]);

    public static readonly Setting AcceptDays = Days("Accept", "受理", "登记后这些工作日内受理或不予受理。", 2);
    public static readonly Setting AcknowledgeDays = Days("Acknowledge", "签收", "交办后这些工作日内签收。", 1);
    public static readonly Setting DisputeDays = Days("Dispute", "提出异议", "交办后这些工作日内可以提出异议。", 1);
    public static readonly Setting QuickDays = Days("Quick", "即办类答复", "即办类的牵头单位在交办后这些工作日内答复。", 1);
    public static readonly Setting LeadDays = Days("Lead", "一般类答复", "一般类的牵头单位在交办后这些工作日内答复；项目类在这些工作日内排定节点。", 7);
    public static readonly Setting AssistDays = Days("Assist", "协办答复", "协办单位在交办（或前置任务答复）后这些工作日内答复。", 3);
    public static readonly Setting VerifyDays = Days("Verify", "企业评价", "部门办结后请企业在这些工作日内评价，过后回访。", 5);
    public static readonly Setting SignOff = Setting.Switch("Difficulties:SignOff", "难题", "答复须审签", "打开后，答复由本单位起草人以外的另一位联络员审签才算数。");

    public override string Title => "难题";

    public override IReadOnlyList<Permission> Permissions => [Read, Oversee, Raise, Speak, Guide, Rule, RuleElevated, Handle, Decide, Halt, FollowUp];

    public override IReadOnlyList<Setting> Settings => [AcceptDays, AcknowledgeDays, DisputeDays, QuickDays, LeadDays, AssistDays, VerifyDays, SignOff];

    public override IReadOnlyList<MenuLine> Menu =>
    [
        new("难题", "/difficulties", "alert-circle", "办事", 12, Access.Needs(Read)),
        new("承办任务", "/difficulties/board", "checklist", "办事", 13, Access.Needs(Read)),
        new("办理情况", "/difficulties/rates", "chart-bar", "办事", 14, Access.Needs(Oversee)),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<DifficultyDesk>();
        services.AddScoped<DifficultyClocks>();
        services.AddScoped<DifficultyLog>();
        services.AddScoped<DifficultyNews>();
        services.AddMergeRule<DifficultyMergeRule>();
        services.AddMergeRule<DifficultyTaskMergeRule>();
        services.AddMergeRule<DifficultyBeneficiaryMergeRule>();
        services.AddWorkSource<DifficultiesWork>();
        services.AddRegisterSource<DifficultyRegister>();
        services.AddAttachments<DifficultyAttachments>();
        services.AddScheduledJob<DifficultyDay>();
        services.AddReaction<CalendarChanged>();
        services.AddScoped<DifficultyRates>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListDifficulties>("/api/difficulties", "难题");
        api.Post<RaiseDifficulty>("/api/difficulties", "登记难题");
        api.Get<ShowDifficulty>("/api/difficulties/{id}", "一个难题");
        api.Get<ShowDifficultyClocks>("/api/difficulties/{id}/clocks", "难题的计时");
        api.Post<AcceptDifficulty>("/api/difficulties/{id}/accept", "受理");
        api.Post<RefuseDifficulty>("/api/difficulties/{id}/refuse", "不予受理");
        api.Post<AssignDifficulty>("/api/difficulties/{id}/assign", "交办承办单位");
        api.Post<ReassignDifficulty>("/api/difficulties/{id}/reassign", "改派");
        api.Post<AcknowledgeDifficulty>("/api/difficulties/{id}/acknowledge", "签收");
        api.Post<HandTaskOn>("/api/difficulties/{id}/hand-on", "单位内转办");
        api.Post<DisputeDifficulty>("/api/difficulties/{id}/dispute", "提出异议");
        api.Post<RuleDifficulty>("/api/difficulties/{id}/rule", "裁定异议");
        api.Post<ExtendDifficulty>("/api/difficulties/{id}/extend", "申请延期");
        api.Post<DecideDifficultyRequest>("/api/difficulties/{id}/decide", "批准或不同意申请");
        api.Post<PauseDifficulty>("/api/difficulties/{id}/pause", "暂停计时或申请挂账");
        api.Post<ResumeDifficulty>("/api/difficulties/{id}/resume", "恢复计时");
        api.Post<PlanMilestones>("/api/difficulties/{id}/milestones", "排定节点");
        api.Post<MeetMilestone>("/api/difficulties/{id}/milestones/meet", "完成节点");
        api.Post<AnswerDifficulty>("/api/difficulties/{id}/answer", "答复");
        api.Post<SignDifficultyAnswer>("/api/difficulties/{id}/sign", "审签答复");
        api.Post<VerifyDifficulty>("/api/difficulties/{id}/verify", "企业评价");
        api.Post<FollowUpDifficulty>("/api/difficulties/{id}/follow-up", "回访");
        api.Post<ReopenDifficulty>("/api/difficulties/{id}/reopen", "重新办理");
        api.Post<WithdrawDifficulty>("/api/difficulties/{id}/withdraw", "撤回难题");
        api.Post<HandOverDifficulty>("/api/difficulties/{id}/hand-over", "转出难题");
        api.Post<MergeDifficulty>("/api/difficulties/{id}/merge", "合并难题");
        api.Post<UnmergeDifficulty>("/api/difficulties/{id}/unmerge", "撤销合并");
        api.Post<NoteDifficulty>("/api/difficulties/{id}/notes", "补充情况");
        api.Post<JoinDifficulty>("/api/difficulties/{id}/join", "增加受益企业");
        api.List<ListDifficultyTasks>("/api/difficulty-tasks", "承办任务");
        api.Get<ShowDifficultyRates>("/api/difficulty-rates", "难题的办理情况");
        api.List<ListRateRecords>("/api/difficulty-rates/records", "办理情况的记录");
    }

    private static Setting Days(string key, string title, string help, int usual) => new($"Difficulties:{key}Days", "难题", $"{title}的期限", help, "个工作日", usual, 1, 60);
}
