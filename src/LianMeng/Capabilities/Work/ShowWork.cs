using LianMeng.Capabilities.Accounts;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Matching;
using LianMeng.Capabilities.Organisations;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Jobs;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Work;

/// <summary>What waits for the actor, then their figures. Each line opens what it speaks of.</summary>
public sealed class ShowWork(UseCaseContext context, RegisterFigures register) : Show<ShowWork.Input, ShowWork.View>(context)
{
    private const int RecentDays = 7;

    public sealed class Input;

    public sealed record View(IReadOnlyList<Waiting> Waiting, IReadOnlyList<FigureView> Figures, IReadOnlyList<Need> Needs, bool MayMatch, bool MayImport, bool Empty);

    public enum Urgency { CanBeDone, ToDo, LookAtOnce }

    public sealed record Waiting(string Title, string Text, string Href, Urgency Urgency);

    public sealed record FigureView(string Label, int Value, string Unit, string Href, string Definition);

    /// <summary>What the actor's own firm buys: each a way to its local makers.</summary>
    public sealed record Need(string Product);

    public override Access Access => Access.SignedIn;

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var waiting = new List<Waiting>();
        var figures = new List<FigureView>();
        var needs = new List<Need>();
        var empty = false;
        await AddOperationsAsync(waiting, cancellation);
        if (Actor.May(WorkSources.Register)) empty = await AddRegisterAsync(waiting, figures, cancellation);
        if (Actor.OrganisationId is { } own) await AddOwnFirmAsync(own, waiting, needs, cancellation);
        if (Actor.May(WorkSources.Accounts)) await AddSetUpAsync(waiting, figures, cancellation);
        if (Actor.May(WorkSources.Ledger))
            figures.Add(new("审计账本", await Db.Set<LedgerEntry>().CountAsync(cancellation), "条", "/ledger", "平台上发生的每一件事各记一条，前后相扣，不能悄悄改动。"));
        return new(waiting, figures, needs, Actor.May(WorkSources.Matching), Actor.May(WorkSources.Import), empty);
    }

    private async Task AddOperationsAsync(List<Waiting> waiting, CancellationToken cancellation)
    {
        var since = Now.AddDays(-RecentDays);
        var recent = await Db.Set<Operation>().AsNoTracking().Where(o => o.StartedBy == Actor.UserId && o.StartedAt > since)
            .OrderByDescending(o => o.StartedAt).Take(5).Select(o => new { o.Id, o.Title, o.State }).ToListAsync(cancellation);
        waiting.AddRange(recent.Where(o => o.State != OperationState.Done).Select(o => new Waiting(
            o.Title, o.State == OperationState.Failed ? "处理失败，请查看原因" : "正在处理", $"/operations/{o.Id}", o.State == OperationState.Failed ? Urgency.LookAtOnce : Urgency.CanBeDone)));
    }

    private async Task<bool> AddRegisterAsync(List<Waiting> waiting, List<FigureView> figures, CancellationToken cancellation)
    {
        var counts = await register.CountAsync(cancellation);
        if (counts.AwaitingCode > 0)
            waiting.Add(new($"{counts.AwaitingCode} 家企业待核码", "没有统一社会信用代码，不计入统计；核对营业执照后补上", "/organisations?awaitsCode=true", Urgency.ToDo));
        if (counts.SizeUnknown > 0)
            waiting.Add(new($"{counts.SizeUnknown} 家企业规模未知", "缺行业代码、从业人员、营业收入或资产总额中的某一项", "/organisations?size=Unknown", Urgency.CanBeDone));
        if (counts.WithoutProducts > 0)
            waiting.Add(new($"{counts.WithoutProducts} 家企业没有主营产品", "补上主营产品，才能被找到", "/organisations?withoutProducts=true", Urgency.CanBeDone));
        figures.Add(new("在册企业", counts.Firms, "家", "/organisations?awaitsCode=false", "名册中有统一社会信用代码的企业；待核码的不计入。"));
        return counts.Firms + counts.AwaitingCode == 0;
    }

    private async Task AddOwnFirmAsync(Guid own, List<Waiting> waiting, List<Need> needs, CancellationToken cancellation)
    {
        if (await register.OwnAsync(own, cancellation) is not { } firm) return;
        waiting.Add(new(firm.Name, "核对本企业资料；如需修改，请联系联盟书记", $"/organisations/{own}", Urgency.CanBeDone));
        needs.AddRange(firm.Buys.Select(product => new Need(product)));
    }

    private async Task AddSetUpAsync(List<Waiting> waiting, List<FigureView> figures, CancellationToken cancellation)
    {
        var districts = await Db.Set<District>().CountAsync(d => d.Id != DistrictIds.City, cancellation);
        var accounts = await Db.Users.CountAsync(cancellation);
        if (districts == 0) waiting.Add(new("设立第一个区县", "企业、名册和权限都按区县分开", "/districts", Urgency.ToDo));
        else if (accounts < 2) waiting.Add(new("开设联盟书记账号", "由书记导入本区企业名册", "/accounts/new", Urgency.ToDo));
        figures.Add(new("区县", districts, "个", "/districts", "已设立的区县和开发区。"));
        figures.Add(new("账号", accounts, "个", "/accounts", "含已停用的账号。"));
    }

    private static class WorkSources
    {
        public static Permission Register => OrganisationsCapability.ReadPrivate;
        public static Permission Import => OrganisationsCapability.Change;
        public static Permission Matching => MatchingCapability.Search;
        public static Permission Accounts => AccountsCapability.Manage;
        public static Permission Ledger => Audit.AuditCapability.Read;
    }
}
