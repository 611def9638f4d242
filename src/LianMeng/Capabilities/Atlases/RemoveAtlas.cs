using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>Takes an atlas away from everybody's eyes; its facts and issues stay in the archive.</summary>
public sealed class RemoveAtlas(UseCaseContext context) : AtlasCommand<RemoveAtlas.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "删除原因"), Required, StringLength(200, MinimumLength = 2)]
        public string? Reason { get; set; }
    }

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (atlas, refusal) = await OpenAsync(input.Id, input.Version, cancellation);
        if (atlas is null) return refusal!;
        atlas.Remove(Now);
        Record(new AtlasRemoved(atlas.Id, input.Reason!));
        return Outcome<Guid>.Done(atlas.Id);
    }
}
