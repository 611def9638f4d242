using LianMeng.Engine.Standards;
using LianMeng.Shared.Data;
using LianMeng.Shared.Imports;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations.Public;

/// <summary>Firms for other capabilities: to name them in lists, to act for them, and to let other districts know of them.</summary>
public sealed class FirmDirectory(AppDb db)
{
    /// <summary>A firm of the actor's districts.</summary>
    public sealed class Row
    {
        public Guid Id { get; init; }
        public Guid DistrictId { get; init; }
        public OrganisationKind Kind { get; init; }
        public string Name { get; init; } = "";
        public string SortKey { get; init; } = "";
        public string? Uscc { get; init; }
        public string? Chain { get; init; }
        public string? RegionCode { get; init; }
        public string? Park { get; init; }
        public SizeClass Size { get; init; }
        public string SearchText { get; init; } = "";
    }

    /// <summary>What everybody in the city may know of a firm that published something.</summary>
    public sealed class CardRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string? RegionCode { get; init; }
    }

    public IQueryable<Row> Firms() => Rows(db.Set<Organisation>());

    public IQueryable<CardRow> Cards() => db.Set<OrganisationCard>().AsNoTracking()
        .Select(c => new CardRow { Id = c.Id, Name = c.Name, RegionCode = c.RegionCode });

    public Task<Row?> FindAsync(Guid id, CancellationToken cancellation) => Firms().FirstOrDefaultAsync(f => f.Id == id, cancellation);

    /// <summary>The firms of a district that texts name, by full name or by code, present or former; several where a name is not a firm's alone.</summary>
    public async Task<ILookup<string, Row>> NamedAsync(Guid districtId, IEnumerable<string> texts, CancellationToken cancellation)
    {
        var asked = texts.Distinct(StringComparer.Ordinal).Select(text => (Text: text, Code: Uscc.TryParse(text, out var code, out _) ? code.Value : null, Name: Organisation.KeyOf(text))).ToList();
        if (asked.Count == 0) return Array.Empty<Row>().ToLookup(_ => "");
        var codes = asked.Select(a => a.Code).OfType<string>().ToList();
        var names = asked.Select(a => a.Name).ToList();
        var firms = await Rows(db.Set<Organisation>().Where(o => o.DistrictId == districtId && (codes.Contains(o.Uscc!) || names.Contains(o.NameKey)))).ToListAsync(cancellation);
        var byCode = firms.Where(f => f.Uscc is not null).ToLookup(f => f.Uscc!, StringComparer.Ordinal);
        var byName = firms.ToLookup(f => Organisation.KeyOf(f.Name), StringComparer.Ordinal);
        var found = asked.ToDictionary(a => a.Text, a => (a.Code is { } code ? byCode[code] : byName[a.Name]).ToList(), StringComparer.Ordinal);
        var missing = asked.Where(a => found[a.Text].Count == 0).Select(a => a.Code ?? a.Name).ToList();
        if (missing.Count > 0)
        {
            // renamed, or merged into another: what it was called still means it
            var formers = await db.Set<FormerIdentity>().AsNoTracking().Where(f => f.DistrictId == districtId && missing.Contains(f.Key)).Select(f => new { f.Key, f.OrganisationId }).ToListAsync(cancellation);
            var ids = formers.Select(f => f.OrganisationId).ToList();
            var known = ids.Count == 0 ? [] : await Rows(db.Set<Organisation>().Where(o => ids.Contains(o.Id))).ToDictionaryAsync(r => r.Id, cancellation);
            foreach (var a in asked.Where(a => found[a.Text].Count == 0))
                found[a.Text].AddRange(formers.Where(f => f.Key == (a.Code ?? a.Name) && known.ContainsKey(f.OrganisationId)).Select(f => f.OrganisationId).Distinct().Select(id => known[id]));
        }

        return asked.SelectMany(a => found[a.Text].Select(firm => (a.Text, Firm: firm))).ToLookup(f => f.Text, f => f.Firm, StringComparer.Ordinal);
    }

    /// <summary>The firm of a district that a person means by a name or a code.</summary>
    /// <param name="missing">what is said where nothing was written</param>
    /// <returns>the firm; or in words what is wrong, and what might have been meant</returns>
    public async Task<(Row? Firm, string? Problem)> MeantAsync(Guid districtId, string? text, string missing, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, missing);
        var asked = ImportText.Clean(text);
        var found = (await NamedAsync(districtId, [asked], cancellation))[asked].ToList();
        if (found.Count == 1) return (found[0], null);
        if (found.Count > 1) return (null, $"名册里有 {found.Count} 家叫这个名称，请改填统一社会信用代码。");
        var near = (await SearchAsync(asked, cancellation)).Where(f => f.DistrictId == districtId).Take(3).Select(f => f.Name).ToList();
        return (null, near.Count > 0 ? $"名册里没有叫这个全称的；是不是{string.Join("、", near)}？请填全称或统一社会信用代码。" : "本区县名册里没有这家企业；请核对全称，或先请联盟书记登记到名册。");
    }

    /// <summary>As <see cref="MeantAsync(Guid, string?, string, CancellationToken)"/>; what is wrong becomes an error of the field.</summary>
    public async Task<Row?> MeantAsync(Guid districtId, string field, string? text, string missing, Dictionary<string, string[]> errors, CancellationToken cancellation)
    {
        var (firm, problem) = await MeantAsync(districtId, text, missing, cancellation);
        if (problem is not null) errors[field] = [problem];
        return firm;
    }

    /// <summary>In the save that follows, other districts get to know the firm's name and place.</summary>
    public async Task PublishAsync(Guid id, CancellationToken cancellation)
    {
        var firm = await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id, cancellation);
        firm?.Publish();
    }

    /// <summary>Firms whose name, code or initials a person typed: the exact one first, at most ten.</summary>
    public async Task<IReadOnlyList<Row>> SearchAsync(string text, CancellationToken cancellation)
    {
        var typed = text.Trim().ToLowerInvariant();
        var found = await Rows(db.Set<Organisation>().Where(o => o.SearchText.Contains(typed)).OrderBy(o => o.SortKey).Take(10)).ToListAsync(cancellation);
        return [.. found.OrderByDescending(f => f.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase) || f.Uscc == text.Trim().ToUpperInvariant())];
    }

    private static IQueryable<Row> Rows(IQueryable<Organisation> firms) => firms.AsNoTracking()
        .Select(o => new Row { Id = o.Id, DistrictId = o.DistrictId, Kind = o.Kind, Name = o.Name, SortKey = o.SortKey, Uscc = o.Uscc, Chain = o.Chain, RegionCode = o.RegionCode, Park = o.Park, Size = o.Size, SearchText = o.SearchText });
}
