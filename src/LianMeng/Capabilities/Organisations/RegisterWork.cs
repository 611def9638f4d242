using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Capabilities.Work.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.Ui;

namespace LianMeng.Capabilities.Organisations;

/// <summary>For those who keep the register: what it lacks, what changed in it lately, and how many firms it counts.</summary>
internal sealed class RegisterWork(RegisterFigures register, Actor actor, SettingValues settings, TimeProvider clock) : WorkSource
{
    private const int RecentDays = 7;

    public override int Order => 50;

    public override async Task AddAsync(WorkBoard board, CancellationToken cancellation)
    {
        if (!actor.May(OrganisationsCapability.ReadPrivate)) return;
        var counts = await register.CountAsync(cancellation);
        if (counts.AwaitingCode > 0)
            board.Wait(new($"{counts.AwaitingCode} 家企业待核码", "没有统一社会信用代码，不计入统计；核对营业执照后补上", "/organisations?awaitsCode=true", WorkUrgency.ToDo));
        if (counts.SizeUnknown > 0)
            board.Wait(new($"{counts.SizeUnknown} 家企业规模未知", "缺行业代码、从业人员、营业收入或资产总额中的某一项", "/organisations?size=Unknown", WorkUrgency.CanBeDone));
        if (counts.WithoutProducts > 0)
            board.Wait(new($"{counts.WithoutProducts} 家企业没有主营产品", "补上主营产品，才能被找到", "/organisations?withoutProducts=true", WorkUrgency.CanBeDone));
        board.Count(new("在册企业", counts.Firms, "家", "/organisations?awaitsCode=false", "名册中有统一社会信用代码的企业；待核码的不计入。"));

        var (changed, latest) = await register.ChangedSinceAsync(clock.GetUtcNow().UtcDateTime.AddDays(-RecentDays), cancellation);
        if (latest is { } at) board.Tell(new($"{changed} 家企业的资料有更新", $"近 {RecentDays} 天登记、修改或导入", "/organisations?sort=-updated", at));

        if (!actor.May(OrganisationsCapability.Change)) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var staleDays = settings.Of(OrganisationsCapability.StaleDays);
        var upkeep = await register.UpkeepAsync(now.AddDays(-staleDays), ChinaTime.Today(now).AddDays(settings.Of(OrganisationsCapability.ExpiringDays)), cancellation);
        if (upkeep.Requests > 0)
            board.Wait(new($"{upkeep.Requests} 份变更申请待核准", "企业申请变更名称、代码或行政区划，请对照营业执照", "/organisations/changes?state=Pending", WorkUrgency.ToDo));
        if (upkeep.Stale > 0)
            board.Wait(new($"{upkeep.Stale} 家企业的资料较旧", $"超过 {staleDays} 天没有更新或确认；可一键提醒企业自愿核对", "/organisations/freshness?stale=true", WorkUrgency.CanBeDone));
        if (upkeep.Expiring > 0)
            board.Wait(new($"{upkeep.Expiring} 个单位有资质即将到期或已过期", "可提醒单位办理或更新", "/organisations?expiring=true&kind=all", WorkUrgency.CanBeDone));
        board.Offer(new("导入名册", "/organisations/import", "file-import"));
        if (counts.Firms + counts.AwaitingCode == 0) board.Begin(FromRosterToMatch);
    }

    private static WorkBoard.Guide FromRosterToMatch { get; } = new("十分钟，从名册到第一次对接",
    [
        new("，或直接用手头的企业名册（Excel、CSV 都可以，列不全也行）。", "下载模板", "/api/templates/enterprises.xlsx"),
        new("，看预览：新增、更新、退回的行和原因；确认后保存。", "上传名册", "/organisations/import"),
        new("在页面上方的框里写一句“要找什么”，马上看到谁能供应、为什么。"),
    ]);
}
