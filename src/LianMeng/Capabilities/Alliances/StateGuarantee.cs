using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>States what an alliance runs on: funds, venue, staff, rules. The whole of it is stated.</summary>
public sealed class StateGuarantee(UseCaseContext context) : AllianceCommand<StateGuarantee.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "经费"), StringLength(OperatingGuarantee.TextLimit)]
        public string? Funds { get; set; }

        [Display(Name = "场地"), StringLength(OperatingGuarantee.TextLimit)]
        public string? Venue { get; set; }

        [Display(Name = "人员"), StringLength(OperatingGuarantee.TextLimit)]
        public string? Staff { get; set; }

        [Display(Name = "制度"), StringLength(OperatingGuarantee.TextLimit)]
        public string? Rules { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Conflict();

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        var guarantee = await Db.Set<OperatingGuarantee>().FirstOrDefaultAsync(g => g.Id == alliance.Id, cancellation);
        if (guarantee is null) Db.Add(guarantee = OperatingGuarantee.For(alliance));
        else
        {
            if (input.Version is { } seen && seen != guarantee.Version) return Outcome<Guid>.Conflict();
            Expect(guarantee, input.Version);
        }

        var changes = guarantee.State(input.Funds, input.Venue, input.Staff, input.Rules);
        if (changes.Count > 0) Record(new GuaranteeStated(alliance.Id, changes));
        else if (Db.Entry(guarantee).State == EntityState.Added) Db.Entry(guarantee).State = EntityState.Detached; // nothing was said
        return Outcome<Guid>.Done(alliance.Id);
    }
}
