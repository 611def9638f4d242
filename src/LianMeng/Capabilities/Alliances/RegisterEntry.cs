using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Scope;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>清单 entry: what is to be done, by whom, until when; struck off with evidence.</summary>
public sealed class RegisterEntry : IDistrictOwned, IVersioned
{
    public const int TitleLimit = 100, TextLimit = 1000, EvidenceLimit = 1000;

    private RegisterEntry() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public Guid Version { get; private set; }
    public Guid AllianceId { get; private set; }
    public RegisterKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string? Text { get; private set; }

    /// <summary>The organisation that sees to it.</summary>
    public Guid? OwnerOrganisationId { get; private set; }

    /// <summary>The person who sees to it: the account's id.</summary>
    public Guid? OwnerId { get; private set; }

    public DateOnly? Deadline { get; private set; }
    public RegisterState State { get; private set; }

    /// <summary>What was done, as the owner says.</summary>
    public string? DoneText { get; private set; }

    /// <summary>销号依据.</summary>
    public string? Evidence { get; private set; }

    public DateOnly RaisedOn { get; private set; }
    public DateOnly? StruckOffOn { get; private set; }

    internal static RegisterEntry Raise(Alliance alliance, RegisterDetails details, DateOnly today)
    {
        var entry = new RegisterEntry { Id = Guid.CreateVersion7(), DistrictId = alliance.DistrictId, AllianceId = alliance.Id, State = RegisterState.Open, RaisedOn = today };
        entry.Apply(details);
        return entry;
    }

    public bool IsOverdue(DateOnly today) => State == RegisterState.Open && Deadline < today;

    public IReadOnlyList<FieldChange> Change(RegisterDetails details)
    {
        var changes = new List<FieldChange>();
        void Text(string field, string? before, string? after) { if ((before ?? "") != (after ?? "")) changes.Add(new(field, before, after)); }
        Text("清单", ListExport.Words(Kind), ListExport.Words(details.Kind));
        Text("事项", Title, details.Title);
        Text("说明", this.Text, details.Text);
        if (OwnerOrganisationId != details.OwnerOrganisationId || OwnerId != details.OwnerId) changes.Add(new("责任方", null, null));
        Text("期限", Deadline?.ToString("yyyy-MM-dd"), details.Deadline?.ToString("yyyy-MM-dd"));
        if (changes.Count > 0) Apply(details);
        return changes;
    }

    /// <returns>why not, or null when it was done</returns>
    public string? Finish(string text)
    {
        if (State != RegisterState.Open) return $"这一项{ListExport.Words(State)}，不用再报完成。";
        (State, DoneText) = (RegisterState.Done, text);
        return null;
    }

    /// <inheritdoc cref="Finish"/>
    public string? StrikeOff(string evidence, DateOnly today)
    {
        if (State == RegisterState.StruckOff) return "这一项已经销号。";
        (State, Evidence, StruckOffOn) = (RegisterState.StruckOff, evidence, today);
        return null;
    }

    /// <inheritdoc cref="Finish"/>
    public string? Reopen()
    {
        if (State == RegisterState.Open) return "这一项正在办理，不用退回。";
        (State, StruckOffOn) = (RegisterState.Open, null);
        return null;
    }

    /// <summary>移交: another person sees to it, for the unit that this one represents.</summary>
    internal void HandOver(Guid ownerId, Guid? organisationId) => (OwnerId, OwnerOrganisationId) = (ownerId, organisationId ?? OwnerOrganisationId);

    /// <summary>The firm was merged into another.</summary>
    internal void Follow(Guid organisationId) => OwnerOrganisationId = organisationId;

    private void Apply(RegisterDetails details)
        => (Kind, Title, Text, OwnerOrganisationId, OwnerId, Deadline) = (details.Kind, details.Title, details.Text, details.OwnerOrganisationId, details.OwnerId, details.Deadline);
}
