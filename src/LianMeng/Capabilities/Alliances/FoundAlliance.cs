using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Chains.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Alliances;

/// <summary>Begins an alliance: 筹建. It runs once its approval is recorded.</summary>
public sealed class FoundAlliance(UseCaseContext context, ChainBackbones backbones) : Command<FoundAlliance.Input, FoundAlliance.Created>(context)
{
    public sealed class Input : AllianceForm
    {
        [Display(Name = "筹建缘由"), Required, StringLength(Alliance.ReasonLimit)]
        public string? Reason { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => $"/api/alliances/{Id}";
    }

    public override Access Access => Access.Needs(AlliancesCapability.Found);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("name", "本区县已有同名的联盟。");

    protected override Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (Actor.WriteDistrict == DistrictIds.City) return Task.FromResult(Outcome<Created>.Refused("联盟属于区县；请由区县专员或联盟书记筹建。"));
        // Whoever is secretary of one alliance founds no other.
        if (!Actor.Reach(AlliancesCapability.Found).All) return Task.FromResult(Outcome<Created>.Refused("新联盟由区县专员或全区县的联盟书记筹建。"));
        var (details, errors) = input.Check(backbones);
        if (details is null) return Task.FromResult(Outcome<Created>.Invalid(errors));
        var alliance = Alliance.Found(Actor.WriteDistrict, details, input.Reason!, ChinaTime.Today(Now));
        Db.Add(alliance);
        Record(new AllianceFounded(alliance.Id, alliance.Kind));
        return Task.FromResult(Outcome<Created>.Done(new(alliance.Id)));
    }
}
