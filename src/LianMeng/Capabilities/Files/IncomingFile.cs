using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Files;

/// <summary>
/// From what a form or a program sent to an attached file. Right and room are asked before anything is kept, so that a refused
/// upload costs no space; the use case asks both again when the file has its row.
/// </summary>
public sealed class IncomingFile(AttachFile attach, AttachmentAccess attachments, FileStore store, FileLimits limits, Actor actor)
{
    public async Task<Outcome<AttachFile.Attached>> TakeAsync(string? kind, Guid subjectId, IFormFile sent, string? key, CancellationToken cancellation)
    {
        var input = new AttachFile.Input { Kind = kind, SubjectId = subjectId };
        if (!attach.Access.Allows(actor)) return await attach.RunAsync(input, cancellation: cancellation);
        var subject = await attachments.FindAsync(kind, subjectId, cancellation);
        if (subject is null) return Outcome<AttachFile.Attached>.NotFound();
        if (!subject.MayAttach) return Outcome<AttachFile.Attached>.Refused($"“{subject.Title}”的附件只能由它的企业或本区县的专员、书记上传。");
        if (await attachments.NoRoomAsync(subject, sent.Length, cancellation) is { } refusal) return Outcome<AttachFile.Attached>.Refused(refusal);

        await using var content = sent.OpenReadStream();
        var (type, problem) = FileTypeReader.Read(content, sent.FileName);
        if (type is not { } found) return Outcome<AttachFile.Attached>.Invalid("file", problem!);
        content.Position = 0;
        var kept = await store.KeepAsync(FileArea.Files, actor.WriteDistrict, content, limits.OneFile, cancellation);
        (input.Hash, input.Name, input.Type) = (kept.Hash, FileName.Clean(sent.FileName, found), found);
        return await attach.RunAsync(input, key, cancellation);
    }
}
