using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Districts.Public;
using LianMeng.Capabilities.Organisations.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Audit;

/// <summary>Facts of the districts the actor may read, newest first.</summary>
public sealed class ListLedger(UseCaseContext context, LedgerTimeline timeline, PersonNames people, OrganisationCards firms, DistrictNames districts)
    : Query<ListLedger.Filter, ListLedger.Row>(context)
{
    public sealed class Filter : ListFilter
    {
        [Display(Name = "种类"), StringLength(80)]
        public string? Kind { get; set; }

        [Display(Name = "记录编号")]
        public Guid? Subject { get; set; }

        [Display(Name = "操作人编号")]
        public Guid? Person { get; set; }

        /// <summary>Part of a person's name or user name.</summary>
        [Display(Name = "操作人"), StringLength(40)]
        public string? Who { get; set; }

        /// <summary>Part of the name of a firm or person it is about, or a record's id.</summary>
        [Display(Name = "对象"), StringLength(120)]
        public string? About { get; set; }

        /// <summary>First day in China.</summary>
        [Display(Name = "从")]
        public DateOnly? From { get; set; }

        /// <summary>Last day in China.</summary>
        [Display(Name = "到")]
        public DateOnly? Until { get; set; }
    }

    public sealed class Row
    {
        [Display(Name = "序号")] public long Seq { get; init; }
        [Display(Name = "时间")] public DateTime At { get; init; }
        [Display(Name = "操作人")] public string Who { get; set; } = "";
        [Display(Name = "事项")] public string Words { get; set; } = "";
        [Display(Name = "对象")] public string About { get; set; } = "";
        [Display(Name = "种类")] public string Kind { get; init; } = "";
        [Display(Name = "链值")] public string Hash { get; set; } = "";
        public IReadOnlyList<Guid> Subjects { get; set; } = [];
        public string Actor { get; init; } = "";
        public Guid DistrictId { get; init; }
    }

    public override Access Access => Access.Needs(AuditCapability.Read);

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["newest"] = r => -r.Seq,
        ["oldest"] = r => r.Seq,
    };

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.DistrictId;

    protected override IQueryable<Row> Rows(Filter filter)
    {
        var entries = Db.Set<LedgerEntry>().AsNoTracking();
        if (filter.Kind is { } kind) entries = entries.Where(e => e.Kind == kind);
        if (filter.Person is { } person) entries = entries.Where(e => e.Actor == $"person:{person}" || e.Actor == $"token:{person}");
        if (filter.Subject is { } subject) entries = entries.Where(e => Db.Set<LedgerSubject>().Any(s => s.Seq == e.Seq && s.EntityId == subject));
        if (filter.Who is { Length: > 0 } who) entries = ByPeople(entries, people.Named(who));
        if (filter.About is { Length: > 0 } about) entries = ByRecords(entries, about);
        if (filter.From is { } from)
        {
            var start = ChinaTime.StartOf(from);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = ChinaTime.StartOf(until.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries.Select(e => new Row { Seq = e.Seq, At = e.At, Kind = e.Kind, Actor = e.Actor, DistrictId = e.DistrictId });
    }

    /// <summary>By those people themselves, through a token, or about their own account (a sign-in is done by nobody yet).</summary>
    private IQueryable<LedgerEntry> ByPeople(IQueryable<LedgerEntry> entries, IQueryable<Guid> ids)
    {
        var found = ids.Take(MostNamed).ToList();
        var keys = found.SelectMany(id => new[] { $"person:{id}", $"token:{id}" }).ToList();
        return entries.Where(e => keys.Contains(e.Actor) || (e.Actor == "anonymous" && Db.Set<LedgerSubject>().Any(s => s.Seq == e.Seq && found.Contains(s.EntityId))));
    }

    private IQueryable<LedgerEntry> ByRecords(IQueryable<LedgerEntry> entries, string about)
    {
        List<Guid> found = Guid.TryParse(about, out var id) ? [id] : [.. people.Named(about).Take(MostNamed), .. firms.Named(about).Take(MostNamed)];
        return entries.Where(e => Db.Set<LedgerSubject>().Any(s => s.Seq == e.Seq && found.Contains(s.EntityId)));
    }

    /// <summary>People or firms that one word may stand for.</summary>
    private const int MostNamed = 500;

    protected override async Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        var bySeq = rows.ToDictionary(r => r.Seq);
        foreach (var seqs in bySeq.Keys.Chunk(1000))
        {
            var entries = await Db.Set<LedgerEntry>().AsNoTracking().Where(e => seqs.Contains(e.Seq)).ToListAsync(cancellation);
            foreach (var line in await timeline.SayAsync(entries, cancellation))
            {
                bySeq[line.Seq].Who = line.Who;
                bySeq[line.Seq].Words = line.Words;
            }

            foreach (var entry in entries) bySeq[entry.Seq].Hash = Convert.ToHexString(entry.Hash.AsSpan(0, 8));
            await NameSubjectsAsync(bySeq, seqs, cancellation);
        }
    }

    /// <summary>A sign-in is done by nobody yet, and an import touches many: what it was about says more than who.</summary>
    private async Task NameSubjectsAsync(Dictionary<long, Row> bySeq, long[] seqs, CancellationToken cancellation)
    {
        var subjects = (await Db.Set<LedgerSubject>().AsNoTracking().Where(s => seqs.Contains(s.Seq)).ToListAsync(cancellation)).ToLookup(s => s.Seq, s => s.EntityId);
        var ids = subjects.SelectMany(s => s.Take(Asked)).Distinct().ToList();
        var names = (await people.KnownAsync(ids, cancellation)).ToDictionary();
        foreach (var firm in await firms.OfAsync(ids, cancellation)) names[firm.Id] = firm.Name;
        foreach (var (id, name) in await districts.AllAsync()) names[id] = name;
        foreach (var seq in seqs)
        {
            bySeq[seq].Subjects = [.. subjects[seq]];
            bySeq[seq].About = string.Join("、", subjects[seq].Take(Asked).Where(names.ContainsKey).Take(Named).Select(id => names[id])) + (subjects[seq].Count() > Named ? $" 等 {subjects[seq].Count()} 个" : "");
        }
    }

    private const int Named = 3;

    /// <summary>So many are asked for names: the first of a hand-over are an alliance and its entries, and people want to read who.</summary>
    private const int Asked = 12;
}
