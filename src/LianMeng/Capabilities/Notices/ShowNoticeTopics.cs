using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>What one is told of, where one may choose.</summary>
public sealed class ShowNoticeTopics(UseCaseContext context) : Show<ShowNoticeTopics.Input, ShowNoticeTopics.View>(context)
{
    public sealed class Input;

    /// <param name="Matches">told of listings that fit one's firm</param>
    /// <param name="SavedSearches">told of what newly answers a saved search</param>
    public sealed record View(bool Matches, bool SavedSearches);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var refused = await Db.Set<NoticeRefusal>().AsNoTracking().Where(r => r.UserId == Actor.UserId).Select(r => r.Topic).ToListAsync(cancellation);
        return new(!refused.Contains(NoticeTopic.Matches), !refused.Contains(NoticeTopic.SavedSearches));
    }
}
