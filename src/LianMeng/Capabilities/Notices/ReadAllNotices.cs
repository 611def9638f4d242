using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>Marks all one's notices as read.</summary>
public sealed class ReadAllNotices(UseCaseContext context) : Command<ReadAllNotices.Input, ReadAllNotices.Result>(context)
{
    public sealed class Input;

    /// <param name="Read">how many were unread</param>
    public sealed record Result(int Read);

    public override Access Access => Access.SignedIn;

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } user) return Outcome<Result>.Done(new(0));
        var unread = await Db.Set<Notice>().Where(n => n.UserId == user && n.DistrictId == Actor.WriteDistrict && n.ReadAt == null).ToListAsync(cancellation);
        foreach (var notice in unread) notice.Read(Now);
        if (unread.Count > 0) Record(new NoticesRead(user, [.. unread.Select(n => n.Id)]));
        return Outcome<Result>.Done(new(unread.Count));
    }
}
