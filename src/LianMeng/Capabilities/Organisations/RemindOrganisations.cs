using System.ComponentModel.DataAnnotations;
using LianMeng.Capabilities.Accounts.Public;
using LianMeng.Capabilities.Notices.Public;
using LianMeng.Shared.Access;
using LianMeng.Shared.UseCases;
using Microsoft.EntityFrameworkCore;

namespace LianMeng.Capabilities.Organisations;

/// <summary>Asks the people of some organisations to look their data over, each at most once in a fortnight. A courtesy, no duty.</summary>
public sealed class RemindOrganisations(UseCaseContext context, NoticeWriter notices, PeopleOf people) : Command<RemindOrganisations.Input, RemindOrganisations.Result>(context)
{
    public const int DaysBetween = 14;
    public const int Most = ListFilter.MaxPageSize;

    public sealed class Input
    {
        /// <summary>Ids of the organisations.</summary>
        [Display(Name = "要提醒的企业")]
        public List<Guid>? Ids { get; set; }
    }

    /// <param name="Firms">whose people were told</param>
    /// <param name="People">who were told</param>
    /// <param name="Recent">asked within the last fortnight and left alone</param>
    /// <param name="Nobody">have nobody who can sign in</param>
    public sealed record Result(int Firms, int People, int Recent, int Nobody);

    public override Access Access => Access.Needs(OrganisationsCapability.Change);

    // Two secretaries at once must not tell one firm twice.
    protected override string? LockName(Input input) => $"remind:{Actor.WriteDistrict}";

    protected override async Task<Outcome<Result>> HandleAsync(Input input, CancellationToken cancellation)
    {
        List<Guid> ids = [.. (input.Ids ?? []).Distinct()];
        if (ids.Count == 0) return Outcome<Result>.Invalid("ids", "请先勾选要提醒的企业。");
        if (ids.Count > Most) return Outcome<Result>.Invalid("ids", $"一次最多提醒 {Most} 家。");
        var district = Actor.WriteDistrict;
        var firms = await Db.Set<Organisation>().Where(o => o.DistrictId == district && ids.Contains(o.Id)).ToListAsync(cancellation);
        var due = firms.Where(f => f.RemindedAt is not { } last || last < Now.AddDays(-DaysBetween)).ToList();
        var holders = (await people.OfOrganisationsAsync([.. due.Select(f => f.Id)], cancellation)).Where(h => h.DistrictId == district).ToLookup(h => h.OrganisationId);
        List<Guid> told = [];
        var persons = 0;
        foreach (var firm in due)
        {
            var users = holders[firm.Id].Select(h => h.UserId).Distinct().ToList();
            if (users.Count == 0) continue;
            foreach (var user in users)
                await notices.TellAsync(new(user, NoticeKind.General, "请看看本企业的资料是否还对", "核对无误可在企业页面一键确认，有变化请修改。自愿办理，不作强制要求。", $"/organisations/{firm.Id}", firm.Id, $"freshness:{firm.Id}:{Now:yyyyMMdd}"), cancellation);
            firm.Remind(Now);
            told.Add(firm.Id);
            persons += users.Count;
        }

        if (told.Count > 0) Record(new OrganisationsReminded(told));
        return Outcome<Result>.Done(new(told.Count, persons, firms.Count - due.Count, due.Count - told.Count));
    }
}
