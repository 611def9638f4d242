using LianMeng.Capabilities.Notices.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Host;
using LianMeng.Shared.Access;
using LianMeng.Shared.Retention;
using LianMeng.Shared.Settings;

namespace LianMeng.Capabilities.Notices;

/// <summary>What the platform tells a person: the bell and the list behind it.</summary>
public sealed class NoticesCapability : Capability
{
    public override string Title => "消息";

    public override IReadOnlyList<MenuLine> Menu => [new("消息", "/notices", "bell", "", 15, Access.SignedIn)];

    public override IReadOnlyList<Setting> Settings => [NoticeRetention.Days];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<NoticeWriter>();
        services.AddScoped<FirmNotices>();
        services.AddScoped<UnreadNotices>();
        services.AddScoped<NoticeCounts>();
        services.AddWorkSource<NoticesWork>();
        services.AddRetention<NoticeRetention>();
    }

    public override void MapEndpoints(UseCaseEndpoints api)
    {
        api.List<ListNotices>("/api/notices", "我的消息");
        api.Get<ShowNoticeTopics>("/api/notices/topics", "我想收到的消息");
        api.Put<ChooseNoticeTopics>("/api/notices/topics", "选择想收到的消息");
        api.Post<ReadNotice>("/api/notices/{id}/read", "消息标为已读");
        api.Post<ReadAllNotices>("/api/notices/read-all", "全部消息标为已读");
    }
}
