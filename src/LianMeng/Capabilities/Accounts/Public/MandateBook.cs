using LianMeng.Shared.Access;
using LianMeng.Shared.Data;
using LianMeng.Shared.Ledger;
using LianMeng.Shared.Ui;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts.Public;

/// <summary>
/// 任职 for other capabilities: posts are given and ended within the running save, with their facts. Who may is the caller's
/// business; that a post does not overlap itself, and that ending it ends what it allowed, is kept here.
/// </summary>
public sealed class MandateBook(AppDb db, Actor actor, FactBuffer facts, MandateEnding ending, TimeProvider clock)
{
    /// <summary>Somebody of the district who can be appointed.</summary>
    /// <param name="CanSignIn">false for a person who was named and has no account yet</param>
    /// <param name="Posts">the posts held now, in words</param>
    public sealed record PersonRow(Guid UserId, string Name, string UserName, bool CanSignIn, string Posts);

    /// <summary>A post in an alliance, past ones too.</summary>
    public sealed class MandateRow
    {
        public Guid Id { get; init; }
        public Guid UserId { get; init; }
        public string Name { get; init; } = "";
        public Role Role { get; init; }
        public Guid DistrictId { get; init; }
        public Guid AllianceId { get; init; }

        /// <summary>The organisation represented.</summary>
        public Guid? OrganisationId { get; init; }

        /// <summary>UTC.</summary>
        public DateTime From { get; init; }

        /// <summary>UTC; null while it has no end.</summary>
        public DateTime? To { get; init; }

        public bool CanSignIn { get; init; }
    }

    private const int MostFound = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>People with a post in the district, by name or user name: never those of other districts.</summary>
    public async Task<IReadOnlyList<PersonRow>> SearchAsync(Guid districtId, string text, CancellationToken cancellation)
    {
        if (!actor.ReadDistricts.Contains(districtId)) return [];
        var (now, name, upper) = (Now, text.Trim(), text.Trim().ToUpperInvariant());
        var ids = await db.Users.AsNoTracking().Where(u => !u.Disabled && (u.DisplayName.Contains(name) || u.NormalizedUserName!.Contains(upper)))
            .Where(u => db.Set<Mandate>().Any(m => m.UserId == u.Id && m.DistrictId == districtId))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(MostFound).Select(u => new { u.Id, u.DisplayName, u.UserName, CanSignIn = u.PasswordHash != null }).ToListAsync(cancellation);
        var users = ids.Select(u => u.Id).ToList();
        var posts = (await db.Set<Mandate>().AsNoTracking().Where(m => users.Contains(m.UserId) && m.DistrictId == districtId).ToListAsync(cancellation)).Where(m => m.IsActive(now)).ToLookup(m => m.UserId);
        return [.. ids.Select(u => new PersonRow(u.Id, u.DisplayName, u.CanSignIn ? u.UserName! : "", u.CanSignIn, string.Join("、", posts[u.Id].OrderBy(m => m.Role).Select(m => m.Role.Title()).Distinct())))];
    }

    /// <summary>Somebody who has no account yet: is named on posts, and cannot sign in until an invitation is accepted.</summary>
    public Guid AddPerson(string name)
    {
        var person = User.Named(name.Trim());
        db.Add(person);
        facts.Add(new PersonNamed(person.Id));
        return person.Id;
    }

    /// <summary>Gives a post from a day on, to a day or without end; both days are whole days in China.</summary>
    /// <returns>the mandate, or the field and what is wrong with it</returns>
    public async Task<(Guid? MandateId, string Field, string Problem)> GiveAsync(Guid userId, Post post, DateOnly from, DateOnly? to, CancellationToken cancellation)
    {
        var now = Now;
        if (to < from) return (null, "to", "任期结束不能早于开始，请核对日期。");
        var (starts, ends) = (ChinaTime.StartOf(from), to is { } last ? ChinaTime.StartOf(last.AddDays(1)) : (DateTime?)null);
        if (from == ChinaTime.Today(now)) starts = now;
        var user = db.Users.Local.FirstOrDefault(u => u.Id == userId) ?? await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancellation);
        if (user is null) return (null, "userId", "没有这个人，请重新选择。");
        if (user.Disabled) return (null, "userId", $"“{user.DisplayName}”的账号已停用；请先请系统管理员恢复账号，或另选一人。");

        var held = await db.Set<Mandate>().Where(m => m.UserId == userId && m.Role == post.Role && m.AllianceId == post.AllianceId && m.OrganisationId == post.OrganisationId && m.DistrictId == post.DistrictId).ToListAsync(cancellation);
        if (held.Find(m => m.Overlaps(starts, ends)) is { } same)
            return (null, "from", $"“{user.DisplayName}”已任{post.Role.Title()}（{ChinaTime.Date(same.From)}起{(same.To is { } until ? $"至{ChinaTime.Date(until.AddTicks(-1))}" : "")}），任期重叠；请先结束原任期，或改日期。");

        var mandate = Mandate.Give(userId, post, starts, actor.UserId, ends);
        db.Add(mandate);
        facts.Add(new MandateGiven(userId, mandate.Id, mandate.Role, mandate.DistrictId, mandate.OrganisationId, null, mandate.AllianceId));
        return (mandate.Id, "", "");
    }

    /// <summary>Ends a post at once: rights, and where no post is left, sessions and tokens too.</summary>
    /// <returns>null when done, else why not</returns>
    public async Task<string?> EndAsync(Guid mandateId, string? reason, CancellationToken cancellation)
    {
        var mandate = await db.Set<Mandate>().FirstOrDefaultAsync(m => m.Id == mandateId, cancellation);
        if (mandate is null) return "没有这项任职。";
        if (mandate.HasEnded(Now)) return "这项任职已经结束。";
        await ending.EndAsync(mandate, reason, cancellation);
        return null;
    }

    public IQueryable<MandateRow> OfAlliance(Guid allianceId) => OfAlliances().Where(m => m.AllianceId == allianceId);

    /// <summary>Who holds a post in an alliance now.</summary>
    public IQueryable<MandateRow> HeldNow(Guid allianceId) => HeldNow().Where(m => m.AllianceId == allianceId);

    /// <inheritdoc cref="HeldNow(Guid)"/>
    public IQueryable<MandateRow> HeldNow() => Rows(db.Set<Mandate>().ActiveAt(Now));

    /// <summary>Posts of all alliances within the actor's districts.</summary>
    public IQueryable<MandateRow> OfAlliances() => Rows(db.Set<Mandate>());

    private IQueryable<MandateRow> Rows(IQueryable<Mandate> mandates)
    {
        var districts = actor.ReadDistricts;
        return mandates.AsNoTracking().Where(m => m.AllianceId != null && districts.Contains(m.DistrictId!.Value)).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new MandateRow
        {
            Id = m.Id, UserId = m.UserId, Name = u.DisplayName, Role = m.Role, DistrictId = m.DistrictId!.Value, AllianceId = m.AllianceId!.Value, OrganisationId = m.OrganisationId,
            From = m.From, To = m.To, CanSignIn = u.PasswordHash != null && !u.Disabled,
        });
    }
}
