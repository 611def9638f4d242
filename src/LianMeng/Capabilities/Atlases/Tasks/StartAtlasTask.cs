using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Atlases.Analyses;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases.Tasks;

/// <summary>Makes a task of a row of an analysis. What a firm starts of its own row is seen to by the district's officers.</summary>
public sealed class StartAtlasTask(UseCaseContext context, AtlasShelf shelf, AtlasAnalyst analyst, AtlasTaskBook book, AtlasTaskPeople people)
    : Command<StartAtlasTask.Input, StartAtlasTask.Created>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas.</summary>
        public Guid Id { get; set; }

        [Display(Name = "期"), Range(0, 100_000)]
        public int? Issue { get; set; }

        /// <summary>The row's key, as the analysis gives it.</summary>
        [Display(Name = "分析结果"), Required, StringLength(AtlasRow.KeyLimit)]
        public string? Row { get; set; }

        [Display(Name = "转为"), Required]
        public AtlasTaskAction? Action { get; set; }

        /// <summary>Full name or unified social credit code.</summary>
        [Display(Name = "责任单位"), StringLength(120)]
        public string? Organisation { get; set; }

        /// <summary>Somebody of the district; without anybody the one who starts it.</summary>
        [Display(Name = "责任人")]
        public Guid? UserId { get; set; }

        [Display(Name = "期限")]
        public DateOnly? Deadline { get; set; }

        [Display(Name = "说明"), StringLength(AtlasTask.NoteLimit)]
        public string? Note { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/atlas-tasks/{Id}";
    }

    public override Access Access => Access.Needs(AtlasesCapability.Act);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Refused("这一行已经有人转过，正在办理；请打开那项任务，在那里跟进。");

    protected override async Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await shelf.OpenAsync(input.Id, input.Issue, cancellation) is not { } open) return Outcome<Created>.NotFound("没有找到这张图谱或这一期，它可能刚刚被删除。");
        if (open.Atlas.DistrictId != Actor.WriteDistrict) return Outcome<Created>.Refused("这张图谱属于别的区县，任务只能由该区县建立。");
        var analysis = await analyst.OfAsync(open, cancellation);
        if (AtlasRow.Parse(input.Row) is not { } row || (row.Product is { } product && analysis.HealthOf(product) is null) || row.Firms.Any(firm => !analysis.Firms.Has(firm)))
            return Outcome<Created>.Invalid("row", "图谱里没有这一行分析结果，名册或图谱可能已经变化；请回到分析页重新选择。");
        if (!book.MayStart(row, input.Action!.Value))
            return row.Actions.Contains(input.Action.Value) ? Outcome<Created>.Refused("企业只能就自己的行请求牵线或提出难题；其他由区县专员和联盟书记办理。") : Outcome<Created>.Invalid("action", $"这类结果可以转为：{string.Join("、", row.Actions.Select(a => ListExport.Words(a)))}。");
        if (AtlasTask.DeadlineProblem(input.Deadline, ChinaTime.Today(Now)) is { } absurd) return Outcome<Created>.Invalid("deadline", absurd);
        var (rowKey, action, atlasId) = (row.Key, input.Action.Value, open.Atlas.Id);
        if (await Db.Set<AtlasTask>().AnyAsync(t => t.AtlasId == atlasId && t.RowKey == rowKey && t.Action == action && t.State == AtlasTaskState.Open, cancellation)) return OnDuplicate();

        Guid? organisation = null, owner = null;
        if (book.IsOfficer)
        {
            var asked = await people.OwnersOfAsync(open.Atlas.DistrictId, input.Organisation, input.UserId, cancellation);
            if (asked.Problems is { } problems) return Outcome<Created>.Invalid(problems);
            organisation = asked.Organisation;
            owner = input.UserId ?? (organisation is null ? Actor.UserId : null);
        }

        var firms = Concerned(row, action, analysis);
        var task = AtlasTask.Start(
            open.Atlas, row, action, row.Title(action, analysis.Firms.NameOf, row.Product is { } key ? analysis.ProductName(key) : null), input.Note, organisation, owner, input.Deadline, Actor.UserId, book.IsOfficer ? null : Actor.OrganisationId, Now);
        Db.Add(task);
        foreach (var firm in firms) Db.Add(AtlasTaskFirm.Of(task, firm));
        Record(new AtlasTaskStarted(task.Id, task.AtlasId, task.Analysis, task.Action, firms, task.Deadline));
        await people.TellOwnersAsync(task, "start", cancellation);
        return Outcome<Created>.Done(new(task.Id));
    }

    /// <summary>The row's firms; to be asked are those that have not declared.</summary>
    private static IReadOnlyList<Guid> Concerned(AtlasRow row, AtlasTaskAction action, AtlasAnalysis analysis)
        => action == AtlasTaskAction.Ask && row.Product is { } product ? analysis.HealthOf(product)!.Ask : [.. row.Firms.Distinct()];
}
