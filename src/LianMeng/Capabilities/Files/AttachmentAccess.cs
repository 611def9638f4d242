using LianMeng.Capabilities.Files.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>Asks the capability that owns a record who may, and whether there is room.</summary>
public sealed class AttachmentAccess(AppDb db, Actor actor, IEnumerable<AttachmentRule> rules, FileLimits limits)
{
    public string TitleOf(string kind) => rules.FirstOrDefault(r => r.Kind == kind)?.Title ?? kind;

    public string ExamplesOf(string kind) => rules.FirstOrDefault(r => r.Kind == kind)?.Examples ?? "";

    /// <summary>The record, or null when the actor may not read its files or there is none.</summary>
    public async Task<AttachmentSubject?> FindAsync(string? kind, Guid id, CancellationToken cancellation)
        => (await FindAsync([(kind ?? "", id)], cancellation)).GetValueOrDefault((kind ?? "", id));

    /// <summary>Those of the records whose files the actor may read.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, Guid Id), AttachmentSubject>> FindAsync(IEnumerable<(string Kind, Guid Id)> subjects, CancellationToken cancellation)
    {
        var found = new Dictionary<(string, Guid), AttachmentSubject>();
        foreach (var kind in subjects.Distinct().GroupBy(s => s.Kind, s => s.Id))
        {
            if (rules.FirstOrDefault(r => r.Kind == kind.Key) is not { } rule) continue;
            foreach (var (id, subject) in await rule.ReadableAsync([.. kind], cancellation)) found[(kind.Key, id)] = subject;
        }

        return found;
    }

    /// <summary>Why a file of that size cannot be added; null when it can. Asked again under the lock when it is.</summary>
    public async Task<string?> NoRoomAsync(AttachmentSubject subject, long size, CancellationToken cancellation)
    {
        if (size > limits.OneFile) return $"文件 {FileSize.Words(size)}，超过每个文件 {FileSize.Words(limits.OneFile)} 的上限；请压缩或拆分后再上传。";
        if (subject.OrganisationId is { } firm)
        {
            var used = await UsedByAsync(firm, cancellation);
            if (used + size > limits.OfFirm)
                return $"这家企业的附件已用 {FileSize.Words(used)}，空间共 {FileSize.Words(limits.OfFirm)}，放不下这个文件（{FileSize.Words(size)}）；请先删除不再需要的附件，或请系统管理员调整额度。";
        }

        var all = await UsedAsync(cancellation);
        return all + size <= limits.OfDistrict ? null : $"本区县的附件空间（{FileSize.Words(limits.OfDistrict)}）已满，请联系区县专员清理，或请系统管理员调整额度。";
    }

    /// <summary>Bytes of a firm's files.</summary>
    public Task<long> UsedByAsync(Guid organisationId, CancellationToken cancellation)
        => db.Set<StoredFile>().Where(f => f.OrganisationId == organisationId).SumAsync(f => f.Size, cancellation);

    /// <summary>Bytes of the files of the district that the actor writes to.</summary>
    public Task<long> UsedAsync(CancellationToken cancellation)
        => db.Set<StoredFile>().Where(f => f.DistrictId == actor.WriteDistrict).SumAsync(f => f.Size, cancellation);
}
