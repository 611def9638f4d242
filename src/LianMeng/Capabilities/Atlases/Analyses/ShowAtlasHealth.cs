using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Settings;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases.Analyses;

/// <summary>How an atlas stands as a whole, and whom to ask where it is not known.</summary>
public sealed class ShowAtlasHealth(UseCaseContext context, AnalysisDesk desk, SettingValues settings) : Show<AnalysisInput, ShowAtlasHealth.View>(context)
{
    public sealed record Count(HealthWord Word, int Products);

    public sealed record Stage(string Key, string Title);

    /// <param name="Firm">The firm to ask.</param>
    /// <param name="Products">What of it is not declared.</param>
    public sealed record Question(Guid FirmId, string Firm, IReadOnlyList<string> Products);

    /// <param name="Words">What the firm wrote.</param>
    /// <param name="Reason">Why it counts as not declared.</param>
    public sealed record Uncounted(Guid FirmId, string Firm, string Words, string Product, string Reason);

    /// <param name="Counts">Products by judgement.</param>
    /// <param name="Silent">Firms that have not declared something of an 未知 product.</param>
    /// <param name="Questions">Who they are: for officers all, for a firm itself.</param>
    /// <param name="NotCounted">Lines that count as not declared, with the reasons: for officers all, for a firm its own.</param>
    /// <param name="Rule">How it is judged, in one sentence.</param>
    public sealed record View(
        AnalysisHead Head, IReadOnlyList<Count> Counts, IReadOnlyList<Stage> Stages, int Silent, IReadOnlyList<Question> Questions, IReadOnlyList<Uncounted> NotCounted, string Rule, bool SeesFirms, Guid? OwnFirm);

    public override Access Access => Access.Needs(AtlasesCapability.Read);

    protected override async Task<View?> LoadAsync(AnalysisInput input, CancellationToken cancellation)
    {
        if (await desk.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return null;
        var analysis = await desk.AnalyseAsync(open, cancellation);
        var counts = analysis.Health.GroupBy(node => node.Health.ToWord()).ToDictionary(g => g.Key, g => g.Count());
        var silent = analysis.Gaps.ToAsk.SelectMany(node => node.Ask.Select(firm => (Firm: firm, node.Product.Name))).ToLookup(s => s.Firm, s => s.Name);
        var questions = silent.Where(s => desk.MaySee(s.Key)).OrderByDescending(s => s.Count()).ThenBy(s => analysis.Firms.NameOf(s.Key), StringComparer.Ordinal)
            .Select(s => new Question(s.Key, analysis.Firms.NameOf(s.Key), [.. s]));
        var notCounted = analysis.Lines.Where(line => line.Problem is not null && desk.MaySee(line.Line.OrganisationId))
            .Select(line => new Uncounted(line.Line.OrganisationId, analysis.Firms.NameOf(line.Line.OrganisationId), line.Line.Name, analysis.ProductName(line.Product), line.Problem!))
            .OrderBy(u => u.Firm, StringComparer.Ordinal).ThenBy(u => u.Product, StringComparer.Ordinal);
        return new(
            AnalysisHead.Of(open, input.Issue), [.. Enum.GetValues<HealthWord>().Select(word => new Count(word, counts.GetValueOrDefault(word)))], [.. open.Content.Stages.Select(s => new Stage(s.Key, s.Title))],
            silent.Count, [.. questions], [.. notCounted], RuleWords(), desk.SeesRelations, desk.OwnFirm);
    }

    private string RuleWords()
    {
        var rule = settings.HealthRule();
        return $"按企业名册申报的年数量判断：应申报企业中已申报的不足 {settings.Of(AnalysisSettings.LeastEvidence)}% 为未知；有人买、本地无人供应为断；仅 1 家供应或产能小于需求为弱；{rule.StrongMakers} 家以上供应且产能不少于需求的 {rule.StrongCover:0.##} 倍为强；其余为稳。副产品按年产生量分档的低端计入供应；超过 {settings.Of(FirmLines.StaleDays)} 天没有确认的数量按未申报计。";
    }
}
