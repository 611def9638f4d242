using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>提醒: the district's officer tells the committee or the members' Party organisations of something. It changes nothing else.</summary>
public sealed class RemindAlliance(UseCaseContext context, MandateBook mandates, PeopleOf people, NoticeWriter notices) : AllianceCommand<RemindAlliance.Input, int>(context)
{
    /// <summary>Whom a reminder is for.</summary>
    public enum Audience
    {
        [Display(Name = "联盟委员会（书记、副书记、委员、包链领导、指导员）")] Committee = 1,
        [Display(Name = "成员企业的负责人和党务专员")] Firms = 2,
        [Display(Name = "清单责任部门的联络员")] Departments = 3,
    }

    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        [Display(Name = "提醒谁"), Required]
        public Audience? To { get; set; }

        [Display(Name = "提醒什么"), Required, StringLength(200, MinimumLength = 4)]
        public string? Text { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Remind;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var told = await AudienceOfAsync(alliance, input.To!.Value, cancellation);
        if (told.Count == 0) return Outcome<int>.Refused("对方还没有能登录的人，平台内提醒不到；请电话联系，或先任命、邀请开户。");
        var key = $"remind:{alliance.Id:N}:{Guid.CreateVersion7():N}";
        foreach (var user in told)
            await notices.TellAsync(new(user, NoticeKind.General, $"提醒：{alliance.Name}", input.Text!, $"/alliances/{alliance.Id}", alliance.Id, key), cancellation);
        Record(new AllianceReminded(alliance.Id, input.To!.Value, told.Count));
        return Outcome<int>.Done(told.Count);
    }

    private async Task<IReadOnlyList<Guid>> AudienceOfAsync(Alliance alliance, Audience audience, CancellationToken cancellation)
    {
        if (audience == Audience.Committee)
        {
            var holding = await mandates.HeldNow(alliance.Id).Where(m => m.Role != Role.ServiceCommissioner && m.CanSignIn).Select(m => m.UserId).Distinct().ToListAsync(cancellation);
            var districts = await people.DistrictsAsync(holding, cancellation);
            // A secretary of all alliances of the district is on every committee.
            var secretaries = (await people.OfDistrictAsync(alliance.DistrictId, Role.AllianceSecretary, cancellation)).Where(h => h.DistrictId == alliance.DistrictId).Select(h => h.UserId);
            return [.. holding.Where(u => districts.GetValueOrDefault(u) == alliance.DistrictId).Union(secretaries)];
        }

        var organisations = audience == Audience.Firms
            ? await Db.Set<Membership>().Where(m => m.AllianceId == alliance.Id && (m.State == MembershipState.Active || m.State == MembershipState.UnderReview)).Select(m => m.OrganisationId).ToListAsync(cancellation)
            : await Db.Set<RegisterEntry>().Where(e => e.AllianceId == alliance.Id && e.State == RegisterState.Open && e.OwnerOrganisationId != null).Select(e => e.OwnerOrganisationId!.Value).Distinct().ToListAsync(cancellation);
        Role[] roles = audience == Audience.Firms ? [Role.EnterpriseManager, Role.PartyClerk] : [Role.Liaison];
        return [.. (await people.OfOrganisationsAsync(organisations, cancellation)).Where(h => h.DistrictId == alliance.DistrictId && roles.Contains(h.Role)).Select(h => h.UserId).Distinct()];
    }
}
