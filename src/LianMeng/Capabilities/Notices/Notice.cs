using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Data;
using LianMeng.Shared.Imports;
using LianMeng.Shared.Scope;

namespace LianMeng.Capabilities.Notices;

/// <summary>Something one person is told inside the platform. It lies in the district that this person writes to.</summary>
public sealed class Notice : IDistrictOwned, IVersioned
{
    public const int TitleLimit = 200;
    public const int TextLimit = 1_000;
    public const int HrefLimit = 300;
    public const int KeyLimit = 120;

    private Notice() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid UserId { get; private set; }
    public NoticeKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>A path of this platform.</summary>
    public string Href { get; private set; } = "";

    /// <summary>When it was told, or last raised.</summary>
    public DateTime At { get; private set; }
    public DateTime? ReadAt { get; private set; }
    public Guid? SubjectId { get; private set; }

    /// <summary>How often it was told: 1, more for a digest.</summary>
    public int Count { get; private set; }

    /// <summary>Unique for a person.</summary>
    public string DedupKey { get; private set; } = "";

    public bool IsRead => ReadAt is not null;

    public static Notice Of(NoticeDraft draft, DateTime now)
    {
        if (draft.DedupKey.Length is 0 or > KeyLimit) throw new ArgumentException($"The key of a notice has 1 to {KeyLimit} characters.", nameof(draft));
        var notice = new Notice { Id = Guid.CreateVersion7(), UserId = draft.UserId, DedupKey = draft.DedupKey };
        notice.Tell(draft, now);
        return notice;
    }

    /// <summary>Tells a digest again: one row, unread once more.</summary>
    public void Raise(NoticeDraft draft, DateTime now) => Tell(draft, now);

    public void Read(DateTime now) => ReadAt ??= now;

    /// <summary>A way out of the platform in a notice would be a present for a swindler.</summary>
    public static bool IsLocal(string href) => href.Length is > 0 and <= HrefLimit && href[0] == '/' && !href.StartsWith("//", StringComparison.Ordinal) && !href.Any(c => c == '\\' || char.IsControl(c));

    private void Tell(NoticeDraft draft, DateTime now)
    {
        if (!IsLocal(draft.Href)) throw new ArgumentException("A notice leads to a path of this platform.", nameof(draft));
        Kind = draft.Kind;
        Title = ImportText.Shorten(draft.Title, TitleLimit - 1);
        Text = ImportText.Shorten(draft.Text, TextLimit - 1);
        Href = draft.Href;
        SubjectId = draft.SubjectId;
        At = now;
        ReadAt = null;
        Count++;
    }
}
