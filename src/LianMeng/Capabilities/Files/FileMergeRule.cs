using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>A firm's papers, and the space that its files take, go with it into the one that it turned out to be.</summary>
internal sealed class FileMergeRule(AppDb db) : OrganisationMergeRule
{
    public override string Name => "附件";

    public override Task<IReadOnlyList<Guid>> MoveAsync(Guid from, Guid to, CancellationToken cancellation) => ExchangeAsync(from, to, null, cancellation);

    public override async Task<int> MoveBackAsync(Guid from, Guid to, IReadOnlyList<Guid> ids, CancellationToken cancellation) => (await ExchangeAsync(to, from, ids, cancellation)).Count;

    private async Task<IReadOnlyList<Guid>> ExchangeAsync(Guid from, Guid to, IReadOnlyList<Guid>? only, CancellationToken cancellation)
    {
        var files = db.Set<StoredFile>().Where(f => f.OrganisationId == from || f.SubjectId == from);
        if (only is not null) files = files.Where(f => only.Contains(f.Id));
        var found = await files.ToListAsync(cancellation);
        foreach (var file in found) file.Follow(from, to);
        return [.. found.Select(f => f.Id)];
    }
}
