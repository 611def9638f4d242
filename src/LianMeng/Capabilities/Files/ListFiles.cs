using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Files;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Files;

/// <summary>Every file of the actor's districts, for those who look after the space.</summary>
public sealed class ListFiles(UseCaseContext context, AttachmentAccess attachments, PersonNames people) : Query<ListFiles.Filter, ListFiles.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "种类")]
        public FileKind? Kind { get; set; }

        /// <summary>Those whose content was lost.</summary>
        [Display(Name = "内容丢失")]
        public bool? Missing { get; set; }
    }

    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "文件名")] public string Name { get; init; } = "";
        [Display(Name = "类型")] public FileType Type { get; init; }

        /// <summary>Bytes.</summary>
        [Display(Name = "大小（字节）")] public long Size { get; init; }
        public string SubjectKind { get; init; } = "";
        public Guid SubjectId { get; init; }
        [Display(Name = "属于")] public string Subject { get; set; } = "";

        /// <summary>The record's page; null when the actor may not read the record's files, or it left.</summary>
        public string? Href { get; set; }
        public Guid? AddedBy { get; init; }
        [Display(Name = "上传人")] public string By { get; set; } = "";
        [Display(Name = "上传时间")] public DateTime AddedAt { get; init; }
        [Display(Name = "内容丢失")] public bool Missing { get; init; }
        public Guid DistrictId { get; init; }

        internal string SearchText { get; init; } = "";
    }

    public override Access Access => Access.Needs(FilesCapability.Manage);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["added"] = r => r.AddedAt,
        ["size"] = r => r.Size,
        ["name"] = r => r.SearchText,
    };

    protected override string DefaultSort => "-added";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var files = Db.Set<StoredFile>().AsNoTracking();
        if (filter.Kind is { } kind)
        {
            var types = FileTypes.Of(kind);
            files = files.Where(f => types.Contains(f.Type));
        }

        if (filter.Missing is { } missing) files = files.Where(f => f.MissingSince != null == missing);
        foreach (var word in filter.Words)
        {
            var lower = word.ToLowerInvariant();
            files = files.Where(f => f.SearchText.Contains(lower));
        }

        return files.Select(f => new Row
        {
            Id = f.Id,
            Name = f.Name,
            Type = f.Type,
            Size = f.Size,
            SubjectKind = f.SubjectKind,
            SubjectId = f.SubjectId,
            AddedBy = f.AddedBy,
            AddedAt = f.AddedAt,
            Missing = f.MissingSince != null,
            DistrictId = f.DistrictId,
            SearchText = f.SearchText,
        });
    }

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var names = await people.KnownAsync([.. rows.Select(r => r.AddedBy).OfType<Guid>().Distinct()], cancellation);
        var subjects = await attachments.FindAsync(rows.Select(r => (r.SubjectKind, r.SubjectId)), cancellation);
        foreach (var row in rows)
        {
            var subject = subjects.GetValueOrDefault((row.SubjectKind, row.SubjectId));
            row.By = ShowAttachments.ByWords(row.AddedBy, names);
            row.Subject = subject is null ? $"{attachments.TitleOf(row.SubjectKind)}（未公开或已移出）" : $"{attachments.TitleOf(row.SubjectKind)}：{subject.Title}";
            row.Href = subject?.Href;
        }
    }
}
