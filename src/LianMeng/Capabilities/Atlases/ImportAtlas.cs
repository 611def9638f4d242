using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Atlases.Files;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.Limits;
using LianMeng.Shared.Secrets;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>
/// Takes an atlas over from a file that was uploaded: as the draft of an atlas that is there, or as a new one. Without
/// <see cref="Input.Commit"/> it says what would change.
/// </summary>
public sealed class ImportAtlas(UseCaseContext context, FileStore storage, ChainBackbones backbones) : AtlasCommand<ImportAtlas.Input, ImportAtlas.Report>(context)
{
    public sealed class Input
    {
        /// <summary>The atlas whose draft is replaced; none begins a new one.</summary>
        [Display(Name = "图谱")]
        public Guid? Id { get; set; }

        [Display(Name = "产业链"), StringLength(40)]
        public string? Chain { get; set; }

        [Display(Name = "名称"), StringLength(Atlas.TitleLimit, MinimumLength = 2)]
        public string? Title { get; set; }

        /// <summary>Only what lies around this product of the file.</summary>
        [Display(Name = "起点产品"), StringLength(AtlasNode.NameLimit)]
        public string? Product { get; set; }

        [Display(Name = "步数"), Range(1, AtlasSource.MostHops)]
        public int? Hops { get; set; }

        [Display(Name = "文件"), Required, StringLength(64, MinimumLength = 64)]
        public string? FileHash { get; set; }

        [Display(Name = "文件名"), Required, StringLength(200)]
        public string? FileName { get; set; }

        [Display(Name = "确认导入")]
        public bool Commit { get; set; }
    }

    /// <param name="Id">The atlas; null for a preview of a new one.</param>
    public sealed record Report(Guid? Id, bool Committed, string Title, int Stages, int Nodes, int Links, string Summary, AtlasDiff Diff);

    protected override Outcome<Report> OnDuplicate() => Outcome<Report>.Invalid("title", "本区县已有同名的图谱，请换一个名称。");

    protected override async Task<Outcome<Report>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (atlas, draft) = ((Atlas?)null, (AtlasSheet?)null);
        if (input.Id is { } id)
        {
            (atlas, var refusal) = await OpenAsync(id, null, cancellation);
            if (atlas is null) return refusal!;
            draft = await DraftAsync(id, cancellation);
        }
        else if (Actor.WriteDistrict == DistrictIds.City) return Outcome<Report>.Refused("图谱属于区县；请由区县专员或联盟书记建立。");
        else if (backbones.Find(input.Chain ?? "") is null) return Outcome<Report>.Invalid("chain", "请选择这张图谱所属的产业链。");
        else if (input.Title is null) return Outcome<Report>.Invalid("title", "请填写图谱的名称。");

        if (!storage.HasUpload(Actor.WriteDistrict, input.FileHash)) return Outcome<Report>.Invalid("file", "上传的文件已被清理，请重新选择文件。");
        AtlasContent content;
        try
        {
            await using var file = storage.OpenUpload(Actor.WriteDistrict, input.FileHash!);
            content = AtlasFile.Read(file, input.FileName!, input.Product is { } product ? (product, input.Hops ?? 3) : null);
        }
        catch (Exception e) when (e is AtlasFileException or SecretException)
        {
            return Outcome<Report>.Invalid("file", e.Message);
        }

        var before = draft is null ? AtlasContent.Empty : AtlasContent.FromJson(draft.Content);
        content = content.WithKeysOf(before);
        var diff = AtlasDiff.Of(before, content);
        var report = new Report(atlas?.Id, input.Commit, atlas?.Title ?? input.Title!, content.Stages.Count, content.Nodes.Count, content.Links.Count, diff.Summary, diff);
        if (!input.Commit) return Outcome<Report>.Done(report);
        if (atlas is null)
        {
            (atlas, draft) = Atlas.Begin(Actor.WriteDistrict, input.Chain!, input.Title!, null, content, Now);
            Db.AddRange(atlas, draft);
            Record(new AtlasBegun(atlas.Id, atlas.ChainKey, "文件", content.Nodes.Count, content.Links.Count));
        }
        else if (content.ToJson() != draft!.Content)
        {
            atlas.Replace(draft, content, Now);
            Record(new AtlasDraftChanged(atlas.Id, "从文件导入", content.Nodes.Count, content.Links.Count));
        }

        return Outcome<Report>.Done(report with { Id = atlas.Id });
    }

    /// <summary>Counted where a file comes in: looking at it and confirming it are one import.</summary>
    internal (TimeSpan Wait, string Message)? SpendUpload() => Context.Services.GetRequiredService<Budgets>().Spend(LianMeng.Shared.Limits.Budget.Imports, Context.Actors);
}
