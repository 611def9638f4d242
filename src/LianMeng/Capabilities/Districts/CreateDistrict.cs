using LianMeng.Capabilities.Districts.Public;
using System.ComponentModel.DataAnnotations;
using LianMeng.Engine.Standards;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;

namespace LianMeng.Capabilities.Districts;

/// <summary>Sets up a district: from now on rows can belong to it.</summary>
public sealed class CreateDistrict(UseCaseContext context) : Command<CreateDistrict.Input, CreateDistrict.Created>(context)
{
    public sealed class Input
    {
        [Display(Name = "名称"), Required, StringLength(40, MinimumLength = 2)]
        public string? Name { get; set; }

        [Display(Name = "行政区划代码"), Required, StringLength(6, MinimumLength = 6)]
        public string? RegionCode { get; set; }

        [Display(Name = "演示数据")]
        public bool IsDemonstration { get; set; }
    }

    public sealed record Created(Guid Id) : ICreated
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Location => "/api/districts";
    }

    public override Access Access => Access.Needs(DistrictsCapability.Manage);

    protected override Outcome<Created> OnDuplicate() => Outcome<Created>.Invalid("name", "已有同名的区县。");

    protected override Task<Outcome<Created>> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (!Region.TryParse(input.RegionCode, out var region, out var problem))
            return Task.FromResult(Outcome<Created>.Invalid("regionCode", problem!));

        var district = District.Create(input.Name!, region.Code, input.IsDemonstration);
        Db.Add(district);
        Record(new DistrictCreated(district.Id));
        return Task.FromResult(Outcome<Created>.Done(new(district.Id)));
    }
}
