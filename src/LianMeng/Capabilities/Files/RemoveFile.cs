using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>Takes a file away. Its content follows after the days of grace, unless another record has the same.</summary>
public sealed class RemoveFile(UseCaseContext context, AttachmentAccess attachments) : Command<RemoveFile.Input, Guid>(context)
{
    public sealed class Input
    {
        public Guid Id { get; set; }
    }

    public override Access Access => Access.Needs(FilesCapability.Attach);

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var file = await Db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == input.Id, cancellation);
        if (file is null) return Outcome<Guid>.NotFound();
        var subject = await attachments.FindAsync(file.SubjectKind, file.SubjectId, cancellation);
        var manages = Actor.May(FilesCapability.Manage) && file.DistrictId == Actor.WriteDistrict;
        if (subject is null && !manages) return Outcome<Guid>.NotFound();
        if (subject is not { MayAttach: true } && !manages) return Outcome<Guid>.Refused("这个附件只能由上传的企业或本区县的专员、书记删除。");

        file.Remove(Now);
        Record(new FileRemoved(file.Id, file.SubjectId));
        return Outcome<Guid>.Done(file.Id);
    }
}
