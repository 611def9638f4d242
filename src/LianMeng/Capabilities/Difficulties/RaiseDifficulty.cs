using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Alliances.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>Writes a difficulty down: a firm its own, or somebody of the alliance for the firms concerned.</summary>
public sealed class RaiseDifficulty(UseCaseContext context, DifficultyDesk desk, FirmDirectory firms, AllianceMembers members, DistrictNames districts) : Command<RaiseDifficulty.Input, RaiseDifficulty.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "难题"), Required, StringLength(Difficulty.TitleLimit, MinimumLength = 4)]
        public string? Title { get; set; }

        [Display(Name = "具体情况"), Required, StringLength(Difficulty.TextLimit, MinimumLength = 4)]
        public string? Text { get; set; }

        [Display(Name = "类别"), Required]
        public DifficultyCategory? Category { get; set; }

        [Display(Name = "紧急程度")]
        public DifficultyLevel? Level { get; set; }

        [Display(Name = "地点"), StringLength(Difficulty.PlaceLimit)]
        public string? Place { get; set; }

        /// <summary>Full names or codes, one a line; the own firm need not be named.</summary>
        [Display(Name = "涉及企业"), StringLength(6000)]
        public string? Firms { get; set; }

        [Display(Name = "来源")]
        public DifficultySource? Source { get; set; }

        /// <summary>What another body calls it, so that nobody files twice.</summary>
        [Display(Name = "外部工单号"), StringLength(Difficulty.ExternalLimit)]
        public string? ExternalNumber { get; set; }

        [Display(Name = "外部进展"), StringLength(Difficulty.ExternalLimit)]
        public string? ExternalState { get; set; }
    }

    public sealed record Created(Guid Id, string Number) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/difficulties/{Id}";
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Raise);

    // Numbers follow one another, without gaps and without twins.
    protected override string? LockName(Input input) => $"difficulty-number:{Actor.WriteDistrict}";

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Refused("这个外部工单号刚刚已经登记；请在“难题”里按工单号查找。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Created>.Refused("难题属于区县；请由区县专员、联盟书记或企业登记。");
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var own = Actor.FirmsFor(DifficultiesCapability.Speak).FirstOrDefault();
        var concerned = await ConcernedAsync(input.Firms, own == Guid.Empty ? null : own, errors, cancellation);
        var words = new DifficultyWords(ImportText.Clean(input.Title!), input.Text!.Trim(), Short(input.Place), input.Category!.Value, input.Level ?? DifficultyLevel.Ordinary, Short(input.ExternalNumber), Short(input.ExternalState));
        if (words.Title.Length < 4) errors["title"] = ["请用一句话说清楚是什么难题，例如“厂区 110 千伏线路横穿，无法开工”。"];
        var source = input.Source ?? DifficultySource.Platform;
        if (words.ExternalNumber is { } number && await Db.Set<Difficulty>().Where(d => d.Source == source && d.ExternalNumber == number && d.DistrictId == Actor.WriteDistrict).Select(d => d.Number).FirstOrDefaultAsync(cancellation) is { } known)
            errors["externalNumber"] = [$"这个工单已经登记为 {known}，不用再登记。"];
        if (errors.Count > 0) return Outcome<Created>.Invalid(errors);

        var difficulty = Difficulty.Raise(Actor.WriteDistrict, await NextNumberAsync(cancellation), await AllianceOfAsync(concerned, cancellation), words, source, Actor.UserId, own == Guid.Empty ? null : own, concerned, Now);
        Db.Add(difficulty);
        List<DifficultyMoved> steps = [new(difficulty.Id, DifficultyStep.Raised) { BeneficiaryId = concerned[0], Days = desk.Clocks.Limits.Accept }, .. concerned.Skip(1).Select(firm => new DifficultyMoved(difficulty.Id, DifficultyStep.Joined) { BeneficiaryId = firm })];
        foreach (var step in steps) Record(step);
        await desk.FollowClocksAsync(difficulty, steps, cancellation);
        await desk.News.TellGuidesAsync(difficulty, "有新的难题等您受理", "请核对后受理并交办；不属于本区县的，写明归谁管。", cancellation);
        if (difficulty.IsOnBehalf) await desk.News.TellFirmsAsync(difficulty, "有人为贵单位登记了难题", "请核对是否属实；您可以补充情况，办结后由您评价。", cancellation);
        return Outcome<Created>.Done(new(difficulty.Id, difficulty.Number));
    }

    private async Task<List<Guid>> ConcernedAsync(string? text, Guid? own, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        List<Guid> concerned = own is { } firm ? [firm] : [];
        var named = (text ?? "").Split(['\n', '\r', '；', ';', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count > Difficulty.MostFirms)
        {
            errors["firms"] = [$"一个难题最多涉及 {Difficulty.MostFirms} 家企业；请把相近的分开登记，之后可以合并。"];
            return concerned;
        }

        List<string> problems = [];
        foreach (var name in named)
        {
            var (found, problem) = await firms.MeantAsync(Actor.WriteDistrict, name, "", cancellation);
            if (found is null) problems.Add($"“{(name.Length <= 40 ? name : name[..39] + "…")}”：{problem}");
            else if (!concerned.Contains(found.Id)) concerned.Add(found.Id);
        }

        if (problems.Count > 0) errors["firms"] = [.. problems];
        else if (concerned.Count == 0) errors["firms"] = ["请写明涉及哪家企业（全称或统一社会信用代码），办结后由它评价。"];
        return concerned;
    }

    /// <summary>One that a firm concerned is a member of; of several one where the actor has a post, else the smallest id.</summary>
    private async Task<Guid?> AllianceOfAsync(List<Guid> concerned, CancellationToken cancellation)
        => (await members.OfAsync(concerned, cancellation)).SelectMany(m => m).GroupBy(a => a).OrderBy(a => Actor.Posts.Any(p => p.AllianceId == a.Key) ? 0 : 1).ThenByDescending(a => a.Count()).ThenBy(a => a.Key).Select(a => (Guid?)a.Key).FirstOrDefault();

    /// <summary>铜梁-2026-0036.</summary>
    private async Task<string> NextNumberAsync(CancellationToken cancellation)
    {
        var name = (await districts.AllAsync()).FirstOrDefault(d => d.Id == Actor.WriteDistrict).Name ?? "";
        var stem = $"{(name.Length > 2 && name[^1] is '区' or '县' or '市' ? name[..^1] : name)}-{ChinaTime.Today(Now).Year}-";
        var last = await Db.Set<Difficulty>().Where(d => d.DistrictId == Actor.WriteDistrict && d.Number.StartsWith(stem)).OrderByDescending(d => d.Number.Length).ThenByDescending(d => d.Number).Select(d => d.Number).FirstOrDefaultAsync(cancellation);
        var next = last is null ? 1 : int.Parse(last[stem.Length..], System.Globalization.CultureInfo.InvariantCulture) + 1;
        return $"{stem}{next:0000}";
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : ImportText.Clean(text);
}
