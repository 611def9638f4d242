using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Files;

/// <summary>
/// Attaches a file that the store has kept to a record. Attaching in a district happens one after another: the space is counted
/// anew for each, and the sweeper does not come between the file and its row.
/// </summary>
public sealed class AttachFile(UseCaseContext context, AttachmentAccess attachments, FileStore store) : Command<AttachFile.Input, AttachFile.Attached>(context)
{
    public sealed class Input
    {
        [Display(Name = "记录种类"), Required, StringLength(StoredFile.SubjectKindLimit)]
        public string? Kind { get; set; }

        [Display(Name = "记录")]
        public Guid SubjectId { get; set; }

        [Display(Name = "文件"), Required, StringLength(64, MinimumLength = 64)]
        public string? Hash { get; set; }

        [Display(Name = "文件名"), Required, StringLength(FileName.Limit)]
        public string? Name { get; set; }

        [Display(Name = "文件类型"), EnumDataType(typeof(FileType))]
        public FileType Type { get; set; }
    }

    public sealed record Attached(Guid Id) : ICreated
    {
        public string Location => $"/api/files/{Id}/content";
    }

    public override Access Access => Access.Needs(FilesCapability.Attach);

    internal static string LockOf(Guid districtId) => $"files:{districtId}";

    protected override string? LockName(Input input) => LockOf(Actor.WriteDistrict);

    protected override Outcome<Attached> OnDuplicate() => Outcome<Attached>.Refused("这里已经有内容相同的文件，没有重复保存。");

    protected override async Task<Outcome<Attached>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var subject = await attachments.FindAsync(input.Kind, input.SubjectId, cancellation);
        if (subject is null) return Outcome<Attached>.NotFound();
        if (!subject.MayAttach) return Outcome<Attached>.Refused($"“{subject.Title}”的附件只能由它的企业或本区县的专员、书记上传。");
        if (store.LengthOf(FileArea.Files, Actor.WriteDistrict, input.Hash!) is not { } size) return Outcome<Attached>.Invalid("file", "上传的文件已被清理，请重新选择文件。");
        if (await attachments.NoRoomAsync(subject, size, cancellation) is { } refusal) return Outcome<Attached>.Refused(refusal);

        var file = StoredFile.Attach(input.Hash!, input.Name!, input.Type, size, input.Kind!, input.SubjectId, subject.OrganisationId, Actor.UserId, Now);
        Db.Add(file);
        Record(new FileAttached(file.Id, file.SubjectId, file.Type, file.Size));
        return Outcome<Attached>.Done(new(file.Id));
    }
}
