using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Atlases;

/// <summary>A change of the draft's content: taken over only if the whole still makes sense.</summary>
public abstract class DraftCommand<TInput>(UseCaseContext context) : AtlasCommand<TInput, Guid>(context)
    where TInput : DraftInput
{
    /// <returns>the content afterwards and what was done, or the field and the problem</returns>
    protected abstract (AtlasContent? Content, string What, string? Field) Change(TInput input, AtlasContent content);

    protected sealed override async Task<Outcome<Guid>> HandleAsync(TInput input, CancellationToken cancellation)
    {
        var (atlas, refusal) = await OpenAsync(input.Id, input.Version, cancellation);
        if (atlas is null) return refusal!;
        var draft = await DraftAsync(atlas.Id, cancellation);
        var before = AtlasContent.FromJson(draft.Content);
        var (after, what, field) = Change(input, before);
        if (after is null) return field is null ? Outcome<Guid>.Refused(what) : Outcome<Guid>.Invalid(field, what);
        // Only what this change brought in: an older fault elsewhere must not stop somebody who mends another.
        if (after.Problems().Except(before.Problems(), StringComparer.Ordinal).FirstOrDefault() is { } problem) return Outcome<Guid>.Refused(problem);
        if (after.ToJson() == draft.Content) return Outcome<Guid>.Done(atlas.Id);
        atlas.Replace(draft, after, Now);
        Record(new AtlasDraftChanged(atlas.Id, what, after.Nodes.Count, after.Links.Count));
        return Outcome<Guid>.Done(atlas.Id);
    }
}
