using LianMeng.Capabilities.Alliances;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.PartyOrganisations;
using LianMeng.Capabilities.PartyOrganisations.Public;
using LianMeng.Host.Verb;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Host.Demonstration;

/// <summary>The alliances of the demonstration, through the use cases: members from the invented firms, posts by invented persons. An alliance that stands is left as it is.</summary>
internal sealed class DemonstrationAlliances(ConsoleHost host)
{
    /// <param name="Chain">part of the title that rosters give the chain</param>
    private sealed record Plan(string Region, AllianceKind Kind, string Name, string Chains, string[] Chain, string? Leader, string Instructor, string Deputy, string Number, bool HasChair);

    private static readonly Plan[] Plans =
    [
        new("500151", AllianceKind.PartyBuildingAlliance, "巴岳装备制造产业链党建联盟", "装备", ["装备", "汽车", "摩托"], "蔺知远（演示）", "邰书韵（演示）", "郗明川（演示）", "铜演组〔2026〕11号", true),
        new("500151", AllianceKind.PartyBuildingAlliance, "淮远电子信息产业链党建联盟", "电子", ["电子"], null, "阚青禾（演示）", "逄立言（演示）", "铜演组〔2026〕12号", false),
        new("500151", AllianceKind.PartyBuildingAlliance, "龙都新能源新材料产业链党建联盟", "新能源", ["新能源", "新材料", "电动"], "亓云舒（演示）", "麴向晚（演示）", "仉怀瑾（演示）", "铜演组〔2026〕13号", true),
        new("500107", AllianceKind.ChainCommittee, "西彭铝产业链党委（演示）", "铝", ["铝"], "鄢若谷（演示）", "殳景行（演示）", "谯时雨（演示）", "九演组〔2026〕7号", true),
    ];

    private static readonly (RegisterKind Kind, string Title, int Days, bool Done)[] Entries =
    [
        (RegisterKind.Difficulty, "协调二期厂房用电增容", 21, false),
        (RegisterKind.Demand, "联合采购包装材料，征集用量", 30, false),
        (RegisterKind.Promise, "为链上企业开放检测实验室", -6, false),
        (RegisterKind.Action, "组织一次链上企业党支部共学", 10, true),
    ];

    public async Task BuildAsync(Action<string> say, CancellationToken cancellation)
    {
        foreach (var plan in Plans)
        {
            if (await BuildAsync(plan, cancellation) is { } members) say($"{plan.Name}：成员 {members} 家");
        }
    }

    private async Task<int?> BuildAsync(Plan plan, CancellationToken cancellation)
    {
        Guid district;
        List<Organisation> firms;
        await using (var reading = await host.ScopeAsync(DistrictIds.City, cancellation))
        {
            var db = reading.ServiceProvider.GetRequiredService<AppDb>();
            district = await db.Set<District>().Where(d => d.RegionCode == plan.Region && d.IsDemonstration).Select(d => d.Id).SingleAsync(cancellation);
            if (await db.Set<Alliance>().AnyAsync(a => a.DistrictId == district && a.Name == plan.Name, cancellation)) return null;
            firms = [.. (await db.Set<Organisation>().AsNoTracking().Where(o => o.DistrictId == district && o.Uscc != null && o.Chain != null).OrderByDescending(o => o.Revenue).ThenBy(o => o.Name).ToListAsync(cancellation))
                .Where(o => plan.Chain.Any(c => o.Chain!.Contains(c, StringComparison.Ordinal))).Take(48)];
        }

        var today = ChinaTime.Today(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var chains = host.Services.GetRequiredService<Capabilities.Chains.Public.ChainBackbones>().All.Where(c => c.Title.Contains(plan.Chains, StringComparison.Ordinal)).Select(c => c.Title);
        var alliance = (await DoAsync<FoundAlliance, FoundAlliance.Input, FoundAlliance.Created>(district, new() { Kind = plan.Kind, Name = plan.Name, Chains = string.Join('、', chains), Region = plan.Region, Aim = "以党建串起产业链：组织共建、资源共享、难题共解、产业共兴。", Reason = "演示数据" })).Id;
        await DoAsync<AddApproval, AddApproval.Input, AddApproval.Added>(district, new() { Id = alliance, Body = "演示区县组织部门", DocumentNumber = plan.Number, Date = today.AddMonths(-14), Members = string.Join('\n', firms.Take(40).Select(f => f.Uscc)) });
        await DoAsync<StartAlliance, StartAlliance.Input, Guid>(district, new() { Id = alliance, Reason = "成立大会召开" });
        await DoAsync<StateGuarantee, StateGuarantee.Input, Guid>(district, new() { Id = alliance, Funds = "活动经费由区县组织部门列支，单独记账。", Venue = "园区党群服务中心二楼联盟工作室。", Staff = "专职党务工作者 1 人，各成员单位联络员各 1 人。", Rules = "联席会议、轮值、议事清单、复核四项制度。" });
        await AppointAsync(district, alliance, plan, today);
        await PartiesAsync(district, firms);
        var members = await MembersAsync(district, alliance, firms, today, cancellation);
        if (plan.HasChair) await ChairAsync(district, alliance, members, cancellation);
        for (var at = 0; at < Entries.Length && firms.Count > 0; at++) await RaiseAsync(district, alliance, firms[at % firms.Count], Entries[at], today);
        return firms.Count;
    }

    private async Task AppointAsync(Guid district, Guid alliance, Plan plan, DateOnly today)
    {
        foreach (var (role, name) in new[] { (Role.ChainLeader, plan.Leader), (Role.PartyInstructor, plan.Instructor), (Role.DeputySecretary, plan.Deputy) })
        {
            if (name is not null) await DoAsync<AppointToPost, AppointToPost.Input, AppointToPost.Given>(district, new() { Id = alliance, Role = role, PersonName = name, From = today.AddMonths(-13) });
        }
    }

    /// <summary>Some have a branch of their own, some one together; most of the small have none.</summary>
    private async Task PartiesAsync(Guid district, List<Organisation> firms)
    {
        for (var at = 0; at < Math.Min(firms.Count, 12); at++)
            await TryAsync(district, new() { Name = $"中共{firms[at].Name}支部委员会", Type = PartyOrganisationType.Branch, FullMembers = 5 + at * 7 % 23, ProbationaryMembers = at % 3, Covers = firms[at].Uscc });
        foreach (var together in firms.Skip(12).Take(12).Chunk(4))
            await TryAsync(district, new() { Name = $"中共{together[0].Name}等联合支部委员会", Type = PartyOrganisationType.JointBranch, FullMembers = 4, Covers = string.Join('\n', together.Select(f => f.Uscc)) });
    }

    /// <summary>A firm that is in two alliances has its branch already.</summary>
    private async Task TryAsync(Guid district, RegisterPartyOrganisation.Input input)
    {
        await using var scope = await host.ScopeAsync(district, default);
        await scope.ServiceProvider.GetRequiredService<RegisterPartyOrganisation>().RunAsync(input);
    }

    private async Task<List<Membership>> MembersAsync(Guid district, Guid alliance, List<Organisation> firms, DateOnly today, CancellationToken cancellation)
    {
        foreach (var firm in firms.Skip(40)) await DoAsync<AddMember, AddMember.Input, AddMember.Created>(district, new() { Id = alliance, Organisation = firm.Uscc, Reason = "链上配套企业，书面申请" });
        List<Membership> members;
        await using (var reading = await host.ScopeAsync(district, cancellation))
            members = await reading.ServiceProvider.GetRequiredService<AppDb>().Set<Membership>().AsNoTracking().Where(m => m.AllianceId == alliance && m.State == MembershipState.Active).ToListAsync(cancellation);
        var order = firms.Select((f, at) => (f.Id, at)).ToDictionary(f => f.Id, f => f.at);
        members = [.. members.OrderBy(m => order[m.OrganisationId])];
        foreach (var (member, at) in members.Take(18).Select((m, at) => (m, at)))
            await DoAsync<RecordService, RecordService.Input, Guid>(district, new() { Id = member.Id, Kind = (ServiceKind)(at % 3 + 1), On = today.AddDays(-9 - at * 11), Text = (at % 3) switch { 0 => "参加联盟主题党日", 1 => "服务专员上门走访", _ => "参加产销对接会" } });
        // Half was reviewed in time; the others are due.
        await DoAsync<DecideReviews, DecideReviews.Input, int>(district, new() { Id = alliance, Members = [.. members.Take(members.Count / 2).Select(m => m.Id.ToString())], Decision = ReviewDecision.Keep, Reason = "履行义务、参加活动情况良好" });
        return members;
    }

    private async Task ChairAsync(Guid district, Guid alliance, List<Membership> members, CancellationToken cancellation)
    {
        foreach (var member in members.Take(6)) await DoAsync<JudgeMember, JudgeMember.Input, Guid>(district, new() { Id = member.Id, IsFit = true, Reason = "委员会会议认定：基础较好、有一定影响力" });
        ChairRotation.Proposal proposal;
        await using (var reading = await host.ScopeAsync(district, cancellation)) proposal = await reading.ServiceProvider.GetRequiredService<ChairRotation>().ProposeAsync(alliance, cancellation);
        if (proposal.Next is not { } next) return;
        var term = await DoAsync<DecideRotation, DecideRotation.Input, Guid>(district, new() { Id = alliance, MembershipId = next.MembershipId, Decision = ChairDecision.Invite });
        await DoAsync<AnswerChairInvitation, AnswerChairInvitation.Input, Guid>(district, new() { Id = term, Accept = true, Reason = "党支部书面答复同意" });
    }

    private async Task RaiseAsync(Guid district, Guid alliance, Organisation firm, (RegisterKind Kind, string Title, int Days, bool Done) entry, DateOnly today)
    {
        var raised = (await DoAsync<RaiseEntry, RaiseEntry.Input, RaiseEntry.Created>(district, new() { Id = alliance, Kind = entry.Kind, Title = entry.Title, Organisation = entry.Kind == RegisterKind.Action ? null : firm.Uscc, Deadline = today.AddDays(entry.Days) })).Id;
        if (entry.Done) await DoAsync<MoveEntry, MoveEntry.Input, Guid>(district, new() { Id = raised, Step = EntryStep.Finish, Text = "已组织，到场企业党支部 17 个" });
    }

    private async Task<TResult> DoAsync<TCommand, TInput, TResult>(Guid district, TInput input) where TCommand : Command<TInput, TResult> where TInput : class
    {
        await using var scope = await host.ScopeAsync(district, default);
        var outcome = await scope.ServiceProvider.GetRequiredService<TCommand>().RunAsync(input);
        return outcome.IsDone ? outcome.Value! : throw new InvalidOperationException($"{typeof(TCommand).Name}: {string.Join(" ", outcome.Errors.SelectMany(e => e.Value).DefaultIfEmpty(outcome.Message))}");
    }
}
