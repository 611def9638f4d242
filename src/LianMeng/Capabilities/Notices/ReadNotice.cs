using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>Marks one's own notice as read and says where it leads.</summary>
public sealed class ReadNotice(UseCaseContext context) : Command<ReadNotice.Input, ReadNotice.Result>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public sealed record Result(Guid Id, string Href);

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var notice = await Db.Set<Notice>().FirstOrDefaultAsync(n => n.Id == input.Id && n.UserId == Actor.UserId && n.DistrictId == Actor.WriteDistrict, cancellation);
        if (notice is null) return Outcome<Result>.NotFound();
        if (!notice.IsRead)
        {
            notice.Read(Now);
            Record(new NoticesRead(notice.UserId, [notice.Id]));
        }

        return Outcome<Result>.Done(new(notice.Id, notice.Href));
    }
}
