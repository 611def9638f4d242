using LianMeng.Shared.Access;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Shows one firm's telephone whole. Each look is a fact on the firm's timeline: who looked, and when.</summary>
public sealed class ShowTelephone(UseCaseContext context, Telephones telephones) : Command<ShowTelephone.Input, ShowTelephone.Shown>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>Left out: the first one that has a number.</summary>
        public Guid? ContactId { get; set; }
    }

    public sealed record Shown(string Telephone);

    public override Access Access => Access.Needs(OrganisationsCapability.Read);

    protected override async Task<Outcome<Shown>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var firm = await Db.Set<Organisation>().AsNoTracking().Include(o => o.Contacts).FirstOrDefaultAsync(o => o.Id == input.Id, cancellation);
        if (firm is null) return Outcome<Shown>.NotFound();
        if (!Actor.SeesPrivate(firm.Id))
            return Outcome<Shown>.Denied("联系电话只有本企业和主管单位能看到。");
        var contact = firm.Contacts.OrderBy(c => c.Position).FirstOrDefault(c => input.ContactId is { } asked ? c.Id == asked : c.Phone is not null);
        if (telephones.Open(contact?.Phone) is not { } number) return Outcome<Shown>.NotFound("这家企业没有登记联系电话。");
        Record(new TelephoneShown(firm.Id));
        return Outcome<Shown>.Done(new(number));
    }
}
