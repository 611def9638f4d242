using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Alliances;

/// <summary>移交: whatever somebody has open in an alliance is seen to by somebody else from now on, all of it at once.</summary>
public sealed class HandOverEntries(UseCaseContext context, MandateBook mandates, NoticeWriter notices) : AllianceCommand<HandOverEntries.Input, int>(context)
{
    public sealed class Input
    {
        /// <summary>The alliance.</summary>
        public Guid Id { get; set; }

        /// <summary>Whose entries; whoever still holds a post may hand over too.</summary>
        [Display(Name = "原责任人"), Required]
        public Guid? FromId { get; set; }

        /// <summary>Somebody with a post in the alliance.</summary>
        [Display(Name = "移交给"), Required]
        public Guid? ToId { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Act;

    protected override string? LockName(Input input) => $"handover:{input.Id}";

    protected override async Task<Outcome<int>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (alliance, refusal) = await OpenAsync(input.Id, cancellation);
        if (alliance is null) return refusal!;
        if (input.FromId == input.ToId) return Outcome<int>.Invalid("toId", "请移交给另一个人。");
        var posts = await mandates.HeldNow(alliance.Id).Where(m => m.UserId == input.ToId).ToListAsync(cancellation);
        if (posts.Count == 0) return Outcome<int>.Invalid("toId", "请从在本联盟任职的人里选择。");
        var entries = await Db.Set<RegisterEntry>().Where(e => e.AllianceId == alliance.Id && e.OwnerId == input.FromId && e.State != RegisterState.StruckOff).OrderBy(e => e.Id).ToListAsync(cancellation);
        if (entries.Count == 0) return Outcome<int>.Refused("此人名下没有未销号的事项，可能已经移交；请刷新页面核对。");

        var unit = posts.Find(p => p.OrganisationId is not null)?.OrganisationId;
        foreach (var entry in entries) entry.HandOver(input.ToId!.Value, unit);
        Record(new EntriesHandedOver(alliance.Id, input.FromId!.Value, input.ToId!.Value, entries.Count, [.. entries.Select(e => e.Id)]));
        if (posts.Exists(p => p.CanSignIn))
            await notices.TellAsync(new(input.ToId.Value, NoticeKind.General, $"接手清单事项：{alliance.Name}", $"{entries.Count} 项移交给您，请查看期限。", $"/alliances/{alliance.Id}/registers", alliance.Id, $"handover:{alliance.Id:N}:{Guid.CreateVersion7():N}"), cancellation);
        return Outcome<int>.Done(entries.Count);
    }
}
