using LianMeng.Shared.Files;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Files;

/// <summary>A file was attached to a record. Its name may be a person's: the ledger has the type and the size.</summary>
public sealed record FileAttached(Guid FileId, Guid SubjectId, FileType Type, long Size) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [FileId, SubjectId];
    public override string Words => $"上传附件：{ListExport.Words(Type)}，{FileSize.Words(Size)}";
}

/// <summary>A file was removed; the content follows after the days of grace.</summary>
public sealed record FileRemoved(Guid FileId, Guid SubjectId) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [FileId, SubjectId];
    public override string Words => "删除附件";
}

/// <summary>What nobody names any more was removed from the disk.</summary>
public sealed record FilesSwept(int Ended, int Orphans, int Uploads, int Drafts) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [];
    public override string Words => $"清理文件：过期附件 {Ended} 个，无主文件 {Orphans} 个，名册 {Uploads} 份，未完成的上传 {Drafts} 个";
}

/// <summary>Files whose content is not there any more, or there again.</summary>
public sealed record FilesMissing(IReadOnlyList<Guid> Missing, IReadOnlyList<Guid> Returned) : Fact
{
    public override IReadOnlyList<Guid> Subjects => [.. Missing, .. Returned];
    public override string Words => $"核对附件：{Missing?.Count} 个内容丢失，{Returned?.Count} 个已恢复";
}
