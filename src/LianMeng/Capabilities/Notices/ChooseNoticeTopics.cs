using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Notices;

/// <summary>A person says what they want to be told, where one may choose; all topics at once.</summary>
public sealed class ChooseNoticeTopics(UseCaseContext context) : Command<ChooseNoticeTopics.Input, ShowNoticeTopics.View>(context)
{
    public sealed class Input
    {
        [Display(Name = "有与本企业相符的供需时告诉我")]
        public bool Matches { get; set; }

        [Display(Name = "保存的查找有新结果时告诉我")]
        public bool SavedSearches { get; set; }
    }

    public override Access Access => Access.SignedIn;

    // Sent twice at once, the second finds what the first did.
    protected override string? LockName(Input input) => $"notice-topics:{Actor.UserId}";

    protected override async Task<Outcome<ShowNoticeTopics.View>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.UserId is not { } user) return Outcome<ShowNoticeTopics.View>.Refused("消息通知是个人的，请用自己的账号登录后设置。");
        var refused = await Db.Set<NoticeRefusal>().Where(r => r.UserId == user).ToListAsync(cancellation);
        List<NoticeTopic> off = [];
        if (!input.Matches) off.Add(NoticeTopic.Matches);
        if (!input.SavedSearches) off.Add(NoticeTopic.SavedSearches);
        if (!off.Order().SequenceEqual(refused.Select(r => r.Topic).Order()))
        {
            Db.RemoveRange(refused.Where(r => !off.Contains(r.Topic)));
            Db.AddRange(off.Except(refused.Select(r => r.Topic)).Select(topic => NoticeRefusal.Of(user, topic)));
            Record(new NoticeTopicsChosen(user, off));
        }

        return Outcome<ShowNoticeTopics.View>.Done(new(input.Matches, input.SavedSearches));
    }
}
