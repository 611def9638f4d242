using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Changes name and note of an atlas.</summary>
public sealed class EditAtlas(UseCaseContext context) : AtlasCommand<EditAtlas.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "名称"), Required, StringLength(Atlas.TitleLimit, MinimumLength = 2)]
        public string? Title { get; set; }

        [Display(Name = "说明"), StringLength(Atlas.NoteLimit)]
        public string? Note { get; set; }
    }

    protected override Outcome<Guid> OnDuplicate() => Outcome<Guid>.Invalid("title", "本区县已有同名的图谱，请换一个名称。");

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (atlas, refusal) = await OpenAsync(input.Id, input.Version, cancellation);
        if (atlas is null) return refusal!;
        var changes = atlas.Change(input.Title!, input.Note);
        if (changes.Count > 0) Record(new AtlasChanged(atlas.Id, changes));
        return Outcome<Guid>.Done(atlas.Id);
    }
}
