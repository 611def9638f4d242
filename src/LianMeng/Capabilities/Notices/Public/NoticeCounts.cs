using LianMeng.Shared.Data;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices.Public;

/// <summary>How much somebody was told already: so that nobody is flooded.</summary>
public sealed class NoticeCounts(AppDb db)
{
    /// <param name="day">in China</param>
    public Task<int> TodayAsync(Guid userId, NoticeKind kind, DateOnly day, CancellationToken cancellation)
    {
        var (from, to) = (ChinaTime.StartOf(day), ChinaTime.StartOf(day.AddDays(1)));
        return db.Set<Notice>().CountAsync(n => n.UserId == userId && n.Kind == kind && n.At >= from && n.At < to, cancellation);
    }
}
