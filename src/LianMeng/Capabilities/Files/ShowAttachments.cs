using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>The files of one record, the latest first.</summary>
public sealed class ShowAttachments(UseCaseContext context, AttachmentAccess attachments, PersonNames people, FileLimits limits) : Show<ShowAttachments.Input, ShowAttachments.View>(context)
{
    private const int Most = 200;

    public sealed class Input
    {
        [Display(Name = "记录种类"), StringLength(StoredFile.SubjectKindLimit)]
        public string? Kind { get; set; }

        [Display(Name = "记录")]
        public Guid Id { get; set; }
    }

    /// <param name="Examples">what belongs there</param>
    /// <param name="Used">bytes of the firm's files, where it is a firm's record and the actor may add to it</param>
    /// <param name="Limit">bytes it may take</param>
    public sealed record View(string Title, string Examples, IReadOnlyList<Item> Items, bool MayAttach, long? Used, long Limit);

    /// <param name="Size">bytes</param>
    /// <param name="Missing">its content was lost; only the row is there</param>
    public sealed record Item(Guid Id, string Name, FileType Type, long Size, DateTime AddedAt, string By, bool Missing);

    public override Access Access => Access.Needs(FilesCapability.Read);

    protected override async Task<View?> LoadAsync(Input input, CancellationToken cancellation)
    {
        if (await attachments.FindAsync(input.Kind, input.Id, cancellation) is not { } subject) return null;
        var files = await Db.Set<StoredFile>().AsNoTracking().Where(f => f.SubjectKind == input.Kind && f.SubjectId == input.Id)
            .OrderByDescending(f => f.AddedAt).ThenByDescending(f => f.Id).Take(Most).ToListAsync(cancellation);
        var names = await people.KnownAsync([.. files.Select(f => f.AddedBy).OfType<Guid>().Distinct()], cancellation);
        var used = subject is { MayAttach: true, OrganisationId: { } firm } ? await attachments.UsedByAsync(firm, cancellation) : (long?)null;
        return new(attachments.TitleOf(input.Kind!), attachments.ExamplesOf(input.Kind!),
            [.. files.Select(f => new Item(f.Id, f.Name, f.Type, f.Size, f.AddedAt, ByWords(f.AddedBy, names), f.MissingSince is not null))],
            subject.MayAttach && Actor.May(FilesCapability.Attach), used, limits.OfFirm);
    }

    internal static string ByWords(Guid? by, IReadOnlyDictionary<Guid, string> names) => by is { } id ? names.GetValueOrDefault(id, "已注销的账号") : "系统";
}
