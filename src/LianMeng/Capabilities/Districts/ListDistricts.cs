using LianMeng.Capabilities.Districts.Public;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Districts;

/// <summary>The districts of the city, without the city's own row.</summary>
public sealed class ListDistricts(UseCaseContext context) : Query<ListFilter, ListDistricts.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "名称")] public string Name { get; init; } = "";
        [Display(Name = "行政区划代码")] public string RegionCode { get; init; } = "";
        [Display(Name = "演示数据")] public bool IsDemonstration { get; init; }
    }

    public override Access Access => Access.Needs(DistrictsCapability.Manage);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["regionCode"] = r => r.RegionCode,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
    {
        var districts = Db.Set<District>().AsNoTracking().Where(d => d.Id != DistrictIds.City);
        if (filter.Query is { } text) districts = districts.Where(d => d.Name.Contains(text));
        return districts.Select(d => new Row { Id = d.Id, Name = d.Name, RegionCode = d.RegionCode, IsDemonstration = d.IsDemonstration });
    }
}
