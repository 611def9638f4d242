using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>What is needed to send a file. Asked for each request: the address alone opens nothing.</summary>
public sealed class OpenFile(UseCaseContext context, AttachmentAccess attachments) : Show<OpenFile.Input, OpenFile.View>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>To be drawn by the browser instead of saved; pictures and PDF only.</summary>
        public bool Inline { get; set; }
    }

    public sealed record View(Guid DistrictId, string Hash, string Name, FileType Type, long Size);

    public override Access Access => Access.Needs(FilesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        var file = await Db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == input.Id, cancellation);
        if (file is null || await attachments.FindAsync(file.SubjectKind, file.SubjectId, cancellation) is null) return null;
        return new(file.DistrictId, file.Hash, file.Name, file.Type, file.Size);
    }
}
