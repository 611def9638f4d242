using LianMeng.Engine.Matching.Duplicates;
using LianMeng.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Finds the firms of a district's register that somebody may mean: by the stored keys, never by reading the whole register.</summary>
public class DuplicateFinder(AppDb db)
{
    /// <summary>More candidates than this nobody looks through.</summary>
    public const int MostCandidates = 8;

    // SQLite takes any number of parameters as one list, but a question over ten thousand keys is slower than five over two thousand
    private const int KeysAtOnce = 4000, FirmsAtOnce = 2000;

    /// <summary>A firm that may be the same.</summary>
    /// <param name="NameKey">as <see cref="Organisation.KeyOf"/> gives it</param>
    /// <param name="Reasons">Chinese sentences, the weightiest first</param>
    public sealed record Candidate(Guid Id, string Name, string NameKey, string? Uscc, string? Address, DuplicateVerdict Verdict, double Weight, IReadOnlyList<string> Reasons)
    {
        public string Words => $"“{Name}”（{Uscc ?? "待核码"}）：{string.Join("，", Reasons)}";
    }

    /// <summary>Who may be this firm, the likeliest first; whom somebody told apart from it is left out.</summary>
    /// <param name="self">the firm itself, where it is in the register already</param>
    public async Task<IReadOnlyList<Candidate>> FindAsync(Guid districtId, FirmIdentity firm, Guid? self, CancellationToken cancellation)
    {
        var found = (await FindManyAsync(districtId, [firm], new HashSet<Guid>(self is { } id ? [id] : []), cancellation))[0];
        if (self is not { } me || found.Count == 0) return found;
        var apart = await db.Set<DuplicateDecision>().AsNoTracking().Where(d => d.FirstId == me || d.SecondId == me).Select(d => d.FirstId == me ? d.SecondId : d.FirstId).ToListAsync(cancellation);
        return [.. found.Where(f => !apart.Contains(f.Id))];
    }

    /// <summary>The same for many at once, in their order.</summary>
    /// <param name="except">firms that are nobody's candidates</param>
    public virtual async Task<IReadOnlyList<IReadOnlyList<Candidate>>> FindManyAsync(Guid districtId, IReadOnlyList<FirmIdentity> firms, IReadOnlySet<Guid> except, CancellationToken cancellation)
    {
        var profiles = firms.Select(FirmProfile.Of).ToList();
        var keys = profiles.Select(DuplicateKeys.Asking).ToList();
        var byKey = new Dictionary<long, List<Guid>>();
        foreach (var some in keys.SelectMany(k => k).Distinct().Chunk(KeysAtOnce))
        {
            foreach (var row in await db.Set<DuplicateKey>().AsNoTracking().Where(k => some.Contains(k.Key) && k.DistrictId == districtId).Select(k => new { k.Key, k.OrganisationId }).ToListAsync(cancellation))
            {
                if (!byKey.TryGetValue(row.Key, out var list)) byKey[row.Key] = list = [];
                list.Add(row.OrganisationId);
            }
        }

        var codes = firms.SelectMany(f => f.FormerCodes.Append(f.Uscc)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var coded = codes.Count == 0 ? [] : await db.Set<Organisation>().AsNoTracking().Where(o => o.DistrictId == districtId && codes.Contains(o.Uscc!)).Select(o => new { o.Id, Code = o.Uscc! })
            .Concat(db.Set<FormerIdentity>().AsNoTracking().Where(f => f.DistrictId == districtId && f.Kind == FormerIdentityKind.Code && codes.Contains(f.Key)).Select(f => new { Id = f.OrganisationId, Code = f.Key })).ToListAsync(cancellation);
        var byCode = coded.ToLookup(c => c.Code, c => c.Id, StringComparer.Ordinal);

        var ids = new List<HashSet<Guid>>();
        for (var i = 0; i < firms.Count; i++)
        {
            var of = keys[i].Where(byKey.ContainsKey).SelectMany(k => byKey[k]).ToHashSet();
            foreach (var code in firms[i].FormerCodes.Append(firms[i].Uscc).OfType<string>()) of.UnionWith(byCode[code]);
            of.ExceptWith(except);
            ids.Add(of);
        }

        var known = await ProfilesAsync([.. ids.SelectMany(i => i).Distinct()], cancellation);
        return [.. profiles.Select((profile, i) => Judge(profile, ids[i].Where(known.ContainsKey).Select(id => known[id])))];
    }

    /// <summary>One firm of the register, ready to be compared; null when there is none.</summary>
    public async Task<Known?> OfAsync(Guid id, CancellationToken cancellation) => (await ProfilesAsync([id], cancellation)).GetValueOrDefault(id);

    /// <summary>The verdict on two firms of the register; null when one of them is not in it.</summary>
    public async Task<DuplicateJudgement?> BetweenAsync(Guid left, Guid right, CancellationToken cancellation)
    {
        var both = await ProfilesAsync([left, right], cancellation);
        return both.Count < 2 ? null : DuplicateJudge.Judge(both[left].Profile, both[right].Profile);
    }

    /// <summary>Every pair of the register that may be one firm, within its district; told apart or not.</summary>
    public async Task<IEnumerable<(Known Left, Known Right, DuplicateJudgement Judgement)>> PairsAsync(CancellationToken cancellation)
    {
        var pairs = new List<(Known, Known, DuplicateJudgement)>();
        foreach (var district in (await AllAsync(cancellation)).GroupBy(f => f.DistrictId))
        {
            var index = new DuplicateIndex<Known>();
            foreach (var firm in district) index.Add(firm, firm.Profile);
            pairs.AddRange(index.Pairs());
        }

        return pairs;
    }

    /// <summary>All firms of the districts that the actor sees, for a search over the whole register.</summary>
    private async Task<IReadOnlyList<Known>> AllAsync(CancellationToken cancellation)
    {
        var firms = await LoadAsync(db.Set<Organisation>(), cancellation);
        var formers = (await db.Set<FormerIdentity>().AsNoTracking().Select(f => new Former(f.OrganisationId, f.Kind, f.Text)).ToListAsync(cancellation)).ToLookup(f => f.Id);
        return [.. firms.Select(f => f.With(formers[f.Id]))];
    }

    /// <summary>A firm of the register, ready to be compared.</summary>
    public sealed record Known(Guid Id, Guid DistrictId, string Name, string NameKey, string? Uscc, string? RegionCode, string? Address, string? PhoneDigest, DateTime UpdatedAt)
    {
        public FirmProfile Profile { get; private init; } = null!;

        internal Known With(IEnumerable<Former> formers)
        {
            var all = formers.ToList();
            return this with
            {
                Profile = FirmProfile.Of(new(Name)
                {
                    Uscc = Uscc,
                    RegionCode = RegionCode,
                    Address = Address,
                    PhoneDigest = PhoneDigest,
                    FormerNames = [.. all.Where(f => f.Kind == FormerIdentityKind.Name).Select(f => f.Text)],
                    FormerCodes = [.. all.Where(f => f.Kind == FormerIdentityKind.Code).Select(f => f.Text)],
                }),
            };
        }
    }

    internal sealed record Former(Guid Id, FormerIdentityKind Kind, string Text);

    private async Task<Dictionary<Guid, Known>> ProfilesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var known = new Dictionary<Guid, Known>(ids.Count);
        foreach (var some in ids.Chunk(FirmsAtOnce))
        {
            var formers = (await db.Set<FormerIdentity>().AsNoTracking().Where(f => some.Contains(f.OrganisationId)).Select(f => new Former(f.OrganisationId, f.Kind, f.Text)).ToListAsync(cancellation)).ToLookup(f => f.Id);
            foreach (var firm in await LoadAsync(db.Set<Organisation>().Where(o => some.Contains(o.Id)), cancellation)) known[firm.Id] = firm.With(formers[firm.Id]);
        }

        return known;
    }

    private static Task<List<Known>> LoadAsync(IQueryable<Organisation> firms, CancellationToken cancellation) => firms.AsNoTracking()
        .Select(o => new Known(o.Id, o.DistrictId, o.Name, o.NameKey, o.Uscc, o.RegionCode, o.Address, o.Contacts.OrderBy(c => c.Position).Select(c => c.PhoneDigest).FirstOrDefault(), o.UpdatedAt)).ToListAsync(cancellation);

    private static List<Candidate> Judge(FirmProfile firm, IEnumerable<Known> candidates) =>
    [
        .. candidates.Select(c => (Known: c, Judgement: DuplicateJudge.Judge(c.Profile, firm))).Where(c => c.Judgement.Verdict != DuplicateVerdict.New)
            .OrderByDescending(c => c.Judgement.Verdict).ThenByDescending(c => c.Judgement.Weight).ThenBy(c => c.Known.Id).Take(MostCandidates)
            .Select(c => new Candidate(c.Known.Id, c.Known.Name, c.Known.NameKey, c.Known.Uscc, c.Known.Address, c.Judgement.Verdict, c.Judgement.Weight, c.Judgement.Reasons)),
    ];
}
