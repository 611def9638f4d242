using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>The secretary approves what a firm asked for, and it is so; or refuses it with a reason. The firm is told.</summary>
public sealed class DecideChangeRequest(UseCaseContext context, NoticeWriter notices, PeopleOf people) : Command<DecideChangeRequest.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>Of the request.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "核准")]
        public bool Approve { get; set; }

        [Display(Name = "答复"), StringLength(OrganisationChangeRequest.ReasonLimit)]
        public string? Answer { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("名册里另一家企业已使用这个代码或名称，请先核对是不是同一家；变更没有保存。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var request = await Db.Set<OrganisationChangeRequest>().FirstOrDefaultAsync(r => r.Id == input.Id, cancellation);
        if (request is null) return Outcome<Guid>.NotFound();
        if (request.DistrictId != Actor.WriteDistrict) return Outcome<Guid>.Refused("这份申请属于别的区县，只能由该区县核准。");
        if (!input.Approve && input.Answer is null) return Outcome<Guid>.Invalid("answer", "不核准要写明原因，企业会看到。");
        Expect(request, input.Version);
        if (!request.Decide(input.Approve ? ChangeRequestState.Approved : ChangeRequestState.Refused, input.Answer, Actor.UserId, Now)) return Outcome<Guid>.Refused("这份申请已经有了结果，请刷新页面。");
        var firm = await Db.Set<Organisation>().Whole().FirstOrDefaultAsync(o => o.Id == request.OrganisationId, cancellation);
        if (firm is null) return Outcome<Guid>.Refused("这家企业已移出名册，不能再变更。");
        if (input.Approve)
        {
            var changes = firm.Change(new() { Name = request.NewName ?? firm.Name, Uscc = request.NewUscc, RegionCode = request.NewRegionCode }, DataSource.Firm, Now, request.AskedBy);
            if (changes.Count > 0) Record(new OrganisationChanged(firm.Id, DataSource.Firm, changes));
        }

        Record(new ChangeRequestDecided(request.Id, firm.Id, request.State, request.Answer));
        if (request.AskedBy is { } asker && (await people.DistrictsAsync([asker], cancellation)).TryGetValue(asker, out var district) && district == Actor.WriteDistrict)
            await notices.TellAsync(new(asker, NoticeKind.General, $"变更申请{ListExport.Words(request.State)}", input.Answer ?? "资料已按申请更新，原来的名称和代码仍能找到贵企业。", $"/organisations/{firm.Id}", firm.Id, $"change-decided:{request.Id}"), cancellation);
        return Outcome<Guid>.Done(request.Id);
    }
}
