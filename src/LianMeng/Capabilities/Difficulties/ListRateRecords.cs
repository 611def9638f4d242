using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Difficulties;

/// <summary>The records behind a figure: just as many.</summary>
public sealed class ListRateRecords(UseCaseContext context, DifficultyRates rates, FirmDirectory firms) : MemoryQuery<ListRateRecords.Filter, ListRateRecords.Row>(context)
{
    public sealed class Filter : ListFilter, IRateFilter
    {
        /// <summary>按时答复 when nothing is said.</summary>
        [Display(Name = "指标")]
        public RateKind? Kind { get; set; }

        /// <summary>Only those that met it, or only those that did not.</summary>
        [Display(Name = "达到")]
        public bool? Met { get; set; }

        [Display(Name = "承办单位")]
        public Guid? UnitId { get; set; }

        [Display(Name = "从")]
        public DateOnly? From { get; set; }

        [Display(Name = "到")]
        public DateOnly? To { get; set; }

        [Display(Name = "类别")]
        public DifficultyCategory? Category { get; set; }

        [Display(Name = "联盟")]
        public Guid? AllianceId { get; set; }
    }

    public sealed class Row
    {
        public Guid DifficultyId { get; init; }
        [Display(Name = "编号")] public string Number { get; init; } = "";
        [Display(Name = "难题")] public string Title { get; init; } = "";
        [Display(Name = "承办单位")] public string Unit { get; init; } = "";
        [Display(Name = "企业")] public string Firm { get; init; } = "";
        [Display(Name = "第几次")] public int Round { get; init; }
        [Display(Name = "达到")] public bool Met { get; init; }
        internal Guid Place { get; init; }
    }

    public override Access Access => Access.Needs(DifficultiesCapability.Oversee);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>(StringComparer.Ordinal)
    {
        ["number"] = r => r.Number,
        ["unit"] = r => r.Unit,
        ["met"] = r => r.Met,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Place;

    protected override async Task<IReadOnlyList<Row>> LoadAsync(Filter filter, CancellationToken cancellation)
    {
        var counted = await rates.OfAsync(filter, cancellation);
        if (filter.UnitId is { } unit && !counted.ByUnit.ContainsKey(unit)) return [];
        var rate = DifficultyRates.Of(filter.UnitId is { } one ? counted.ByUnit[one] : counted.All, filter.Kind ?? RateKind.Answered);
        var met = rate.Met.ToHashSet();
        var records = rate.Of.Where(r => filter.Met is not { } wanted || met.Contains(r) == wanted).ToList();
        var ids = records.Select(r => r.Case).Distinct().ToList();
        var cases = new Dictionary<Guid, (string Number, string Title)>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var d in await Db.Set<Difficulty>().AsNoTracking().SeenBy(Actor).Where(d => some.Contains(d.Id)).Select(d => new { d.Id, d.Number, d.Title }).ToListAsync(cancellation)) cases[d.Id] = (d.Number, d.Title);
        }

        var named = records.SelectMany(r => new[] { r.Unit, r.Beneficiary }).OfType<Guid>().Distinct().ToList();
        var names = await firms.Firms().Where(f => named.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var rows = records.Select((r, at) => new Row
        {
            DifficultyId = r.Case, Number = cases.GetValueOrDefault(r.Case).Number ?? "", Title = cases.GetValueOrDefault(r.Case).Title ?? "", Unit = NameOf(r.Unit), Firm = NameOf(r.Beneficiary), Round = r.Round, Met = met.Contains(r), Place = Place(at),
        });
        foreach (var word in filter.Words) rows = rows.Where(r => r.Number.Contains(word, StringComparison.OrdinalIgnoreCase) || r.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || r.Unit.Contains(word, StringComparison.OrdinalIgnoreCase) || r.Firm.Contains(word, StringComparison.OrdinalIgnoreCase));
        return [.. rows];

        string NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "（已移出名册）") : "";
    }
}
