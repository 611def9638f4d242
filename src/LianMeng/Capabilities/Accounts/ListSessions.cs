using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Accounts;

/// <summary>Where one is signed in, and was until lately.</summary>
public sealed class ListSessions(UseCaseContext context, SessionSightings sightings) : Query<ListFilter, ListSessions.Row>(context)
{
    public sealed class Row
    {
        public Guid Id { get; init; }
        [Display(Name = "设备")] public string Device { get; init; } = "";
        [Display(Name = "类型")] public SessionKind Kind { get; init; }
        [Display(Name = "地址")] public string Address { get; init; } = "";
        [Display(Name = "登录方式")] public SignInMethod Method { get; init; }
        [Display(Name = "登录时间")] public DateTime StartedAt { get; init; }
        [Display(Name = "最近使用")] public DateTime LastSeenAt { get; set; }
        [Display(Name = "结束时间")] public DateTime? EndedAt { get; set; }
        [Display(Name = "结束原因")] public string? EndWords { get; set; }

        /// <summary>The session that asks.</summary>
        [Display(Name = "本机")] public bool IsThis { get; set; }

        [System.Text.Json.Serialization.JsonIgnore]
        public SessionEnd? EndReason { get; init; }
    }

    public override Access Access => Access.SignedIn;

    protected override IReadOnlyDictionary<string, Expression<Func<Row, object?>>> Sorts { get; } = new Dictionary<string, Expression<Func<Row, object?>>>
    {
        ["lastSeenAt"] = r => r.LastSeenAt,
        ["startedAt"] = r => r.StartedAt,
    };

    protected override string DefaultSort => "-lastSeenAt";

    protected override Expression<Func<Row, Guid>> TieBreak => r => r.Id;

    protected override IQueryable<Row> Rows(ListFilter filter)
        => Db.Set<UserSession>().AsNoTracking().Where(s => s.UserId == Actor.UserId).Join(Db.Set<SessionSighting>().AsNoTracking(), s => s.Id, seen => seen.Id, (s, seen) => new Row
        {
            Id = s.Id, Device = s.Device, Kind = s.Kind, Address = s.Address, Method = s.Method, StartedAt = s.StartedAt,
            LastSeenAt = seen.LastSeenAt, EndedAt = s.EndedAt, EndReason = s.EndReason,
        });

    protected override Task DressAsync(IReadOnlyList<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            row.IsThis = row.Id == Actor.Session?.Id;
            row.LastSeenAt = sightings.LatestOf(row.Id, row.LastSeenAt);
            row.EndWords = row.EndReason is { } why ? ListExport.Words(why) : null;
            if (row.EndedAt is not null || UserSession.RunsOutAt(row.Kind, row.StartedAt, row.LastSeenAt) is var end && end > Now) continue;
            (row.EndedAt, row.EndWords) = (end, "已过期");
        }

        return Task.CompletedTask;
    }
}
