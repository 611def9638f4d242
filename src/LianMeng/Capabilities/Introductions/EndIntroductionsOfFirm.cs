using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Introductions;

/// <summary>A firm left the register: its open introductions end, and the contacts of all of them are deleted.</summary>
public sealed class EndIntroductionsOfFirm(UseCaseContext context) : Command<EndIntroductionsOfFirm.Input, int>(context)
{
    public sealed class Input
    {
        [Display(Name = "企业")]
        public Guid OrganisationId { get; set; }
    }

    public override Access Access => Access.Program;

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var all = await Db.Set<Introduction>().Where(i => i.DistrictId == Actor.WriteDistrict && (i.SellerId == input.OrganisationId || i.BuyerId == input.OrganisationId)).ToListAsync(cancellation);
        var ended = all.Where(i => i.IsOpen || i.AreContactsShown).ToList();
        foreach (var introduction in ended)
        {
            var (from, shown) = (introduction.Stage, introduction.AreContactsShown);
            introduction.End(Now);
            Record(new IntroductionMoved(introduction.Id, introduction.SellerId, introduction.BuyerId, null, IntroductionStep.FirmLeft, from, introduction.Stage));
            if (shown) Record(new IntroductionContactsHidden(introduction.Id, introduction.ConsentedAt!.Value));
        }

        var ids = ended.Select(i => i.Id).ToList();
        Db.RemoveRange(await Db.Set<IntroductionContact>().Where(c => ids.Contains(c.IntroductionId)).ToListAsync(cancellation));
        return Outcome<int>.Done(ended.Count);
    }
}
