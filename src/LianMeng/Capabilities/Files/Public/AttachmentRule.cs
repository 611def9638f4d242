namespace LianMeng.Capabilities.Files.Public;

/// <summary>
/// Who may read and attach files of one kind of record. The capability that owns the records decides, registers a rule with
/// <see cref="AttachmentServices.AddAttachments{T}"/> and puts <see cref="Attachments"/> on its page.
/// </summary>
public abstract class AttachmentRule
{
    /// <summary>Names the kind of record in rows and addresses, at most 20 characters; it never changes.</summary>
    public abstract string Kind { get; }

    /// <summary>What its files are called: 企业资料.</summary>
    public abstract string Title { get; }

    /// <summary>What belongs there, for whoever finds nothing yet: 批复、章程.</summary>
    public abstract string Examples { get; }

    /// <summary>Those of the records whose files the actor may read; the others are left out, whether they exist or not.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, AttachmentSubject>> ReadableAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);
}
