using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>The draft as it stands becomes the next issue, frozen from then on.</summary>
public sealed class PublishAtlas(UseCaseContext context) : AtlasCommand<PublishAtlas.Input, PublishAtlas.Published>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "本期说明"), Required, StringLength(AtlasSheet.SummaryLimit, MinimumLength = 2)]
        public string? Summary { get; set; }
    }

    public sealed record Published(Guid Id, int Issue);

    /// <summary>Two who publish at once: the second is told what the first did.</summary>
    protected override Outcome<Published> OnDuplicate() => Outcome<Published>.Conflict("这张图谱刚刚由别人发布了一期，请查看那一期后再决定是否另行发布。");

    protected override async Task<Outcome<Published>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (atlas, refusal) = await OpenAsync(input.Id, input.Version, cancellation);
        if (atlas is null) return refusal!;
        var draft = await DraftAsync(atlas.Id, cancellation);
        if (draft.Nodes == 0) return Outcome<Published>.Refused("草稿里还没有产品，先添加或导入产品再发布。");
        var latest = await Db.Set<AtlasSheet>().AsNoTracking().Where(s => s.AtlasId == atlas.Id && s.Number == atlas.Issue && atlas.Issue > 0).Select(s => s.Content).FirstOrDefaultAsync(cancellation);
        if (latest == draft.Content) return Outcome<Published>.Refused($"草稿与第 {atlas.Issue} 期完全相同，没有可发布的变化。");
        Db.Add(atlas.Publish(draft, input.Summary!, Actor.UserId, Now));
        Record(new AtlasPublished(atlas.Id, atlas.Issue, draft.Nodes, draft.Links));
        return Outcome<Published>.Done(new(atlas.Id, atlas.Issue));
    }
}
