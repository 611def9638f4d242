using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Records an approval 批复. Whoever it names is an active member from its date on, without application.</summary>
public sealed class AddApproval(UseCaseContext context, FirmDirectory firms) : AllianceCommand<AddApproval.Input, AddApproval.Added>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        [Display(Name = "批复机关"), Required, StringLength(FoundingApproval.BodyLimit, MinimumLength = 2)]
        public string? Body { get; set; }

        [Display(Name = "文号"), Required, StringLength(FoundingApproval.NumberLimit, MinimumLength = 2)]
        public string? DocumentNumber { get; set; }

        [Display(Name = "批复日期"), Required]
        public DateOnly? Date { get; set; }

        /// <summary>One a line: full name or unified social credit code.</summary>
        [Display(Name = "批复写明的成员单位"), StringLength(40_000)]
        public string? Members { get; set; }
    }

    /// <param name="Members">memberships that began</param>
    public sealed record Added(Guid Id, int Members);

    protected override Permission Permission => AlliancesCapability.Found;

    protected override Outcome<Added> OnDuplicate() => Outcome<Added>.Refused("这个联盟已登记过同一文号的批复，或成员刚刚加入；请刷新后再试。");

    protected override async Task<Outcome<Added>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        if (input.Date > Today) return Outcome<Added>.Invalid("date", "批复日期不能晚于今天。");
        if (input.Date < new DateOnly(1949, 10, 1)) return Outcome<Added>.Invalid("date", "批复日期太早，请核对。");
        var (named, problems) = await NamedMembers.ReadAsync(firms, alliance.DistrictId, input.Members, cancellation);
        if (problems.Count > 0) return Outcome<Added>.Invalid(new Dictionary<string, string[]> { ["members"] = [.. problems] });

        var approval = FoundingApproval.Of(alliance, input.Body!, input.DocumentNumber!, input.Date!.Value);
        Db.Add(approval);
        Record(new ApprovalRecorded(alliance.Id, approval.Id, approval.DocumentNumber, approval.Date));
        var ids = named.Select(f => f.Id).ToList();
        var live = (await Db.Set<Membership>().Where(m => m.AllianceId == alliance.Id && m.LiveOrganisationId != null && ids.Contains(m.OrganisationId)).Select(m => m.OrganisationId).ToListAsync(cancellation)).ToHashSet();
        foreach (var firm in named.Where(f => !live.Contains(f.Id)))
        {
            var membership = Membership.Known(alliance.DistrictId, alliance.Id, firm.Id, approval.Id, approval.Date, $"批复写明：{approval.DocumentNumber}", null);
            Db.Add(membership);
            Record(new MembershipBegun(membership.Id, alliance.Id, firm.Id, membership.State, membership.Reason));
        }

        return Outcome<Added>.Done(new(approval.Id, named.Count - live.Count));
    }
}
