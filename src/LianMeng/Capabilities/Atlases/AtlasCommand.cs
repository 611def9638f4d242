using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Atlases;

/// <summary>What every change of an atlas has in common: one of one's own district, that is still there.</summary>
public abstract class AtlasCommand<TInput, TResult>(UseCaseContext context) : Command<TInput, TResult>(context)
    where TInput : class
{
    public sealed override Access Access => Access.Needs(AtlasesCapability.Keep);

    /// <param name="id">the atlas</param>
    /// <param name="version">what the person saw; null does not ask</param>
    /// <param name="cancellation">stops it</param>
    /// <returns>the atlas, or why nothing can be done to it</returns>
    protected async Task<(Atlas? Atlas, Outcome<TResult>? Refusal)> OpenAsync(Guid id, Guid? version, CancellationToken cancellation)
    {
        var atlas = await Db.Set<Atlas>().FirstOrDefaultAsync(a => a.Id == id, cancellation);
        if (atlas is null) return (null, Outcome<TResult>.NotFound("没有找到这张图谱，它可能刚刚被删除。您填写的内容仍在页面上，可以复制到另一张图谱。"));
        if (atlas.DistrictId != Actor.WriteDistrict) return (null, Outcome<TResult>.Refused("这张图谱属于别的区县，只能由该区县编制。"));
        if (version is { } seen && seen != atlas.Version) return (null, Outcome<TResult>.Conflict());
        Expect(atlas, version);
        return (atlas, null);
    }

    protected Task<AtlasSheet> DraftAsync(Guid id, CancellationToken cancellation) => Db.Set<AtlasSheet>().SingleAsync(s => s.AtlasId == id && s.Number == 0, cancellation);
}
