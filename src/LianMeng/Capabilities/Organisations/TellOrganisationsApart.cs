using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Somebody looked: two firms that look alike are two. They are not asked about again, until it is taken back.</summary>
public sealed class TellOrganisationsApart(UseCaseContext context) : Command<TellOrganisationsApart.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        [Display(Name = "相似的企业")]
        public Guid? OtherId { get; set; }

        [Display(Name = "说明"), StringLength(DuplicateDecision.ReasonLimit)]
        public string? Reason { get; set; }

        /// <summary>True: ask about them again.</summary>
        [Display(Name = "恢复核对")]
        public bool TakeBack { get; set; }
    }

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Refused("这两家已由别人核对过，请刷新页面。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!await Db.Set<Organisation>().AnyAsync(o => o.Id == input.Id, cancellation)) return Outcome<Guid>.NotFound();
        if (input.OtherId is not { } other || other == input.Id) return Outcome<Guid>.Invalid("otherId", "请选择另一家企业。");
        var firms = await Db.Set<Organisation>().AsNoTracking().Where(o => o.Id == input.Id || o.Id == other).Select(o => o.DistrictId).ToListAsync(cancellation);
        if (firms.Count < 2) return Outcome<Guid>.NotFound();
        if (firms.Exists(d => d != Actor.WriteDistrict)) return Outcome<Guid>.Refused("其中一家属于别的区县，只能由该区县核对。");
        var (first, second) = DuplicateDecision.Pair(input.Id, other);
        var known = await Db.Set<DuplicateDecision>().FirstOrDefaultAsync(d => d.FirstId == first && d.SecondId == second, cancellation);
        if (input.TakeBack == (known is null)) return Outcome<Guid>.Done(input.Id);
        if (known is not null)
        {
            Db.Remove(known);
            Record(new OrganisationsToldApartNoMore(input.Id, other));
            return Outcome<Guid>.Done(input.Id);
        }

        Db.Add(DuplicateDecision.Of(Actor.WriteDistrict, input.Id, other, input.Reason, Actor.UserId, Now));
        Record(new OrganisationsToldApart(input.Id, other));
        return Outcome<Guid>.Done(input.Id);
    }
}
