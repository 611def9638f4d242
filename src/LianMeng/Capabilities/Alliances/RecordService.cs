using System.ComponentModel.DataAnnotations;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Writes down an activity or service that reached a member.</summary>
public sealed class RecordService(UseCaseContext context) : AllianceCommand<RecordService.Input, Guid>(context)
{
    public sealed class Input
    {
        /// <summary>The membership.</summary>
        public Guid Id { get; set; }

        [Display(Name = "类型"), Required]
        public ServiceKind? Kind { get; set; }

        [Display(Name = "日期"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "内容"), Required, StringLength(ServiceRecord.TextLimit, MinimumLength = 2)]
        public string? Text { get; set; }
    }

    protected override Permission Permission => AlliancesCapability.Serve;

    protected override async Task<Outcome<Guid>> HandleAsync(Input input, CancellationToken cancellation)
    {
        var (membership, _, refusal) = await MemberAsync(input.Id, null, cancellation);
        if (membership is null) return refusal!;
        if (!membership.IsPresent) return Outcome<Guid>.Refused("只记录正式成员的活动和服务。");
        if (input.On > Today) return Outcome<Guid>.Invalid("on", "只记录已经做了的，日期不能晚于今天。");
        if (input.On < Today.AddYears(-5)) return Outcome<Guid>.Invalid("on", "日期太早，请核对。");
        var service = ServiceRecord.Of(membership, input.Kind!.Value, input.On!.Value, input.Text!);
        Db.Add(service);
        Record(new ServiceRecorded(membership.AllianceId, membership.OrganisationId, service.Id, service.Kind, service.On));
        return Outcome<Guid>.Done(service.Id);
    }
}
