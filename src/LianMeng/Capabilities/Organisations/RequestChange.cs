using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>A firm asks for another name, code or region; the district's secretaries are told.</summary>
public sealed class RequestChange(UseCaseContext context, NoticeWriter notices, PeopleOf people) : Command<RequestChange.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "新名称"), StringLength(120, MinimumLength = 2)]
        public string? Name { get; set; }

        [Display(Name = "新统一社会信用代码"), StringLength(40)]
        public string? Uscc { get; set; }

        [Display(Name = "新行政区划代码"), StringLength(12)]
        public string? RegionCode { get; set; }

        [Display(Name = "变更原因"), StringLength(OrganisationChangeRequest.ReasonLimit)]
        public string? Reason { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Keep);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("已有一份变更申请在等待核准；请等结果，或先撤回它再提交新的。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return Outcome<Guid>.NotFound();
        if (Actor.OrganisationId != firm.Id) return Outcome<Guid>.Refused("变更申请由企业自己提出；主管单位可直接修改资料。");
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var uscc = OrganisationCodes.Uscc(input.Uscc, problem => errors["uscc"] = [problem]);
        var region = OrganisationCodes.Region(input.RegionCode, problem => errors["regionCode"] = [problem]);
        var name = input.Name?.Trim();
        (name, uscc, region) = (name == firm.Name ? null : name, uscc == firm.Uscc ? null : uscc, region == firm.RegionCode ? null : region);
        if (input.Reason is null) errors["reason"] = ["请填写“变更原因”。"];
        if (errors.Count == 0 && (name ?? uscc ?? region) is null) errors["name"] = ["名称、代码和行政区划都没有变化，不用申请。"];
        if (errors.Count > 0) return Outcome<Guid>.Invalid(errors);
        if (await Db.Set<OrganisationChangeRequest>().AnyAsync(r => r.OrganisationId == firm.Id && r.State == ChangeRequestState.Pending, cancellation)) return OnDuplicate();

        var request = OrganisationChangeRequest.Ask(firm.Id, name, uscc, region, input.Reason, Actor.UserId, Now);
        Db.Add(request);
        List<FieldChange> changes = [];
        if (name is not null) changes.Add(new("名称", firm.Name, name));
        if (uscc is not null) changes.Add(new("统一社会信用代码", firm.Uscc, uscc));
        if (region is not null) changes.Add(new("行政区划代码", firm.RegionCode, region));
        Record(new ChangeRequested(request.Id, firm.Id, changes));
        foreach (var keeper in await KeepersAsync(cancellation))
            await notices.TellAsync(new(keeper, NoticeKind.General, $"变更申请待核准：{firm.Name}", "企业申请变更名称、代码或行政区划，请对照营业执照核准。", "/organisations/changes", request.Id, $"change-request:{request.Id}"), cancellation);
        return Outcome<Guid>.Done(request.Id);
    }

    private async Task<IReadOnlyList<Guid>> KeepersAsync(CancellationToken cancellation)
    {
        List<PeopleOf.Holder> holders = [];
        foreach (var role in new[] { Role.AllianceSecretary, Role.DeputySecretary, Role.DistrictOfficer })
            holders.AddRange(await people.OfDistrictAsync(Actor.WriteDistrict, role, cancellation));
        return [.. holders.Where(h => h.DistrictId == Actor.WriteDistrict).Select(h => h.UserId).Distinct()];
    }
}
