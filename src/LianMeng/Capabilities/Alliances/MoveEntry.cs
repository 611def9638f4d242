using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>An owner says that an entry is done; the committee strikes it off with evidence, or sends it back.</summary>
public sealed class MoveEntry(UseCaseContext context) : AllianceCommand<MoveEntry.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The entry.</summary>
        public Guid Id { get; set; }
        public Guid? Version { get; set; }

        [Display(Name = "办理"), Required]
        public EntryStep? Step { get; set; }

        /// <summary>What was done, the evidence, or why it is sent back.</summary>
        [Display(Name = "内容"), Required, StringLength(RegisterEntry.EvidenceLimit, MinimumLength = 2)]
        public string? Text { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Finish;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var entry = await Db.Set<RegisterEntry>().FirstOrDefaultAsync(e => e.Id == input.Id, cancellation);
        if (entry is null || !Actor.SeesEntry(entry)) return Outcome<Guid>.NotFound();
        var (alliance, refusal) = await OpenAsync(entry.AllianceId, cancellation);
        if (alliance is null) return refusal!;
        if (input.Version is { } seen && seen != entry.Version) return Outcome<Guid>.Conflict();
        Expect(entry, input.Version);
        var acts = Actor.MayIn(alliance.Id, AlliancesCapability.Act);
        if (input.Step != EntryStep.Finish && !acts) return Outcome<Guid>.Refused("销号和退回由联盟委员会办理；您可以报完成。");
        if (input.Step == EntryStep.Finish && !acts && !Actor.OwnsEntry(entry)) return Outcome<Guid>.Refused("这一项由别的单位或个人负责，由责任方报完成。");
        var from = entry.State;
        var problem = input.Step switch { EntryStep.Finish => entry.Finish(input.Text!), EntryStep.StrikeOff => entry.StrikeOff(input.Text!, Today), _ => entry.Reopen() };
        if (problem is not null) return Outcome<Guid>.Refused(problem);
        Record(new EntryMoved(entry.Id, entry.AllianceId, entry.OwnerOrganisationId, from, entry.State, input.Text!.Length <= 200 ? input.Text : input.Text[..200]));
        return Outcome<Guid>.Done(entry.Id);
    }
}
