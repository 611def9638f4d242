using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>What one was told of and has not read yet: the matches by name, the rest as a number.</summary>
internal sealed class NoticesWork(AppDb db, Actor actor) : WorkSource
{
    private const int Named = 3;

    public override int Order => 15;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (actor.UserId is not { } user) return;
        var unread = db.Set<Notice>().AsNoTracking().Where(n => n.UserId == user && n.DistrictId == actor.WriteDistrict && n.ReadAt == null);
        var matches = await unread.Where(n => n.Kind == NoticeKind.NewMatch).OrderByDescending(n => n.At).Take(Named).ToListAsync(cancellation);
        foreach (var notice in matches) board.Tell(new(notice.Title, notice.Text, notice.Href, notice.At));
        var others = await unread.CountAsync(cancellation) - matches.Count;
        if (others > 0) board.Tell(new($"另有 {others} 条未读消息", "到期提醒、处理结果等", "/notices?unread=true", await unread.MaxAsync(n => n.At, cancellation)));
    }
}
